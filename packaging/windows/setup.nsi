; Biên Bản for Windows: per user without an administrator, per machine with /AllUsers.
; Silent: /S [/AllUsers] [/D=folder]. Exit codes: 0 done, 1 cancelled, 2 could not, 3 the program is
; running, 4 a newer version is installed, 5 /AllUsers without an administrator, 6 not 64-bit Windows.
; The installed files are listed by the build, so that removal deletes these and nothing else.

Target amd64-unicode
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WordFunc.nsh
!include x64.nsh
!include "${FILES}"

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\BienBan"
!define TYPE "BienBan.Minutes"

Name "Biên Bản"
OutFile "${TARGET}"
RequestExecutionLevel user
SetCompressor /SOLID ${COMPRESSOR}
CRCCheck on
ShowInstDetails nevershow
ManifestDPIAware true
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"

VIProductVersion "${NUMBERS}"
VIAddVersionKey ProductName "Biên Bản"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey CompanyName "Biên Bản"
VIAddVersionKey LegalCopyright "Biên Bản"
VIAddVersionKey FileDescription "Biên Bản: setup"
VIAddVersionKey FileVersion "${VERSION}"

Var AllUsers

!define MUI_ABORTWARNING
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"
!insertmacro MUI_LANGUAGE "English"

LangString RUNNING ${LANG_VIETNAMESE} "Biên Bản đang chạy. Hãy đóng chương trình rồi thử lại."
LangString RUNNING ${LANG_ENGLISH} "Biên Bản is running. Close it and try again."
LangString NEWER ${LANG_VIETNAMESE} "Bản mới hơn đang được cài; không hạ xuống bản ${VERSION}. Muốn dùng bản cũ, hãy sao lưu dữ liệu, gỡ bản đang cài rồi cài lại."
LangString NEWER ${LANG_ENGLISH} "A newer version is installed and is not replaced by ${VERSION}. To go back, back up the data, remove the installed version, then install the older one."
LangString NOT_ADMIN ${LANG_VIETNAMESE} "Cài cho mọi người dùng (/AllUsers) cần quyền quản trị."
LangString NOT_ADMIN ${LANG_ENGLISH} "Installing for all users (/AllUsers) needs an administrator."
LangString NOT_64 ${LANG_VIETNAMESE} "Biên Bản cần Windows 10 hoặc 11, 64 bit."
LangString NOT_64 ${LANG_ENGLISH} "Biên Bản needs Windows 10 or 11, 64-bit."
LangString DATA_PLACE ${LANG_VIETNAMESE} "Biên bản của từng người nằm ở %LOCALAPPDATA%\BienBan; gỡ chương trình không xóa."
LangString DATA_PLACE ${LANG_ENGLISH} "The minutes of each user are in %LOCALAPPDATA%\BienBan; removing the program leaves them."
LangString DATA_STAY ${LANG_VIETNAMESE} "Đã gỡ chương trình. Biên bản của anh, chị vẫn còn trong $LOCALAPPDATA\BienBan."
LangString DATA_STAY ${LANG_ENGLISH} "The program is removed. Your minutes remain in $LOCALAPPDATA\BienBan."

!macro STOP code text
  MessageBox MB_OK|MB_ICONSTOP "${text}" /SD IDOK
  SetErrorLevel ${code}
  Quit
!macroend

; Sets $AllUsers and where registry and start menu are, from the command line and from what is there.
!macro CHOOSE_PLACE
  SetRegView 64
  StrCpy $AllUsers 0
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/AllUsers" $1
  ${IfNot} ${Errors}
    StrCpy $AllUsers 1
  ${EndIf}
  ClearErrors
!macroend

!macro NOT_WHILE_RUNNING
  ${If} ${FileExists} "$INSTDIR\bienban.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\bienban.exe" a
    ${If} ${Errors}
      !insertmacro STOP 3 "$(RUNNING)"
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
    !insertmacro STOP 6 "$(NOT_64)"
  ${EndIf}
  !insertmacro CHOOSE_PLACE
  SetShellVarContext current
  ${If} $AllUsers == 1
    UserInfo::GetAccountType
    Pop $0
    ${If} $0 != "Admin"
      !insertmacro STOP 5 "$(NOT_ADMIN)"
    ${EndIf}
    SetShellVarContext all
  ${EndIf}
  ReadRegStr $0 SHCTX "${UNINSTALL_KEY}" "DisplayVersion"
  ${If} $0 != ""
    ${VersionCompare} "$0" "${VERSION}" $1
    ${If} $1 == 1
      !insertmacro STOP 4 "$(NEWER)"
    ${EndIf}
  ${EndIf}
  ${If} $INSTDIR == ""
    ReadRegStr $INSTDIR SHCTX "${UNINSTALL_KEY}" "InstallLocation"
  ${EndIf}
  ${If} $INSTDIR == ""
    ${If} $AllUsers == 1
      StrCpy $INSTDIR "$PROGRAMFILES64\BienBan"
    ${Else}
      StrCpy $INSTDIR "$LOCALAPPDATA\Programs\BienBan"
    ${EndIf}
  ${EndIf}
FunctionEnd

Section
  !insertmacro NOT_WHILE_RUNNING
  ; what an older version left out or renamed must not stay behind
  ReadRegStr $0 SHCTX "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $0 != ""
  ${AndIf} ${FileExists} "$0\uninstall.exe"
    ${If} $AllUsers == 1
      ExecWait '"$0\uninstall.exe" /S /AllUsers _?=$0' $1
    ${Else}
      ExecWait '"$0\uninstall.exe" /S _?=$0' $1
    ${EndIf}
    Delete "$0\uninstall.exe"
  ${EndIf}

  ClearErrors
  !insertmacro INSTALL_FILES
  ${If} ${Errors}
    SetErrorLevel 2
    Abort
  ${EndIf}
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Biên Bản.lnk" "$INSTDIR\bienban.exe"

  WriteRegStr SHCTX "Software\Classes\.bienban" "" "${TYPE}"
  WriteRegStr SHCTX "Software\Classes\${TYPE}" "" "Biên bản cuộc họp"
  WriteRegStr SHCTX "Software\Classes\${TYPE}\DefaultIcon" "" "$INSTDIR\bienban.exe,0"
  WriteRegStr SHCTX "Software\Classes\${TYPE}\shell\open\command" "" '"$INSTDIR\bienban.exe" "%1"'

  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "Biên Bản"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\bienban.exe,0"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "Biên Bản"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Comments" "$(DATA_PLACE)"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  ${If} $AllUsers == 1
    StrCpy $1 " /AllUsers"
  ${Else}
    StrCpy $1 ""
  ${EndIf}
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"$1'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S$1'
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Function un.onInit
  !insertmacro CHOOSE_PLACE
  SetShellVarContext current
  ${If} $AllUsers == 1
    SetShellVarContext all
  ${EndIf}
FunctionEnd

Section Uninstall
  !insertmacro NOT_WHILE_RUNNING
  !insertmacro REMOVE_FILES
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Biên Bản.lnk"
  DeleteRegKey SHCTX "Software\Classes\${TYPE}"
  ReadRegStr $0 SHCTX "Software\Classes\.bienban" ""
  ${If} $0 == "${TYPE}"
    DeleteRegValue SHCTX "Software\Classes\.bienban" ""
    DeleteRegKey /ifempty SHCTX "Software\Classes\.bienban"
  ${EndIf}
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  SetShellVarContext current
  ${IfNot} ${Silent}
    MessageBox MB_OK|MB_ICONINFORMATION "$(DATA_STAY)"
  ${EndIf}
SectionEnd
