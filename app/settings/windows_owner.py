"""Asks Windows whose an open file is, and who runs this program. Nothing here exists elsewhere."""

import sys

if sys.platform == "win32":
    import ctypes
    import msvcrt
    from ctypes import byref, c_void_p, wintypes

    from app.settings.ownership import ADMINISTRATORS, Identity

    _rights = ctypes.WinDLL("advapi32", use_last_error=True)
    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    _kernel.GetCurrentProcess.restype = wintypes.HANDLE
    _FILE, _OWNER = 1, 1  # SE_FILE_OBJECT, OWNER_SECURITY_INFORMATION
    _QUERY, _USER = 8, 1  # TOKEN_QUERY, TokenUser

    def owner_of(file: int) -> str:
        """The owner's SID. What is asked is the open file, so that what is read is what was asked
        about."""
        owner, descriptor = c_void_p(), c_void_p()
        handle = wintypes.HANDLE(msvcrt.get_osfhandle(file))
        code = _rights.GetSecurityInfo(
            handle, _FILE, _OWNER, byref(owner), None, None, None, byref(descriptor)
        )
        if code:
            raise ctypes.WinError(code)
        try:
            return _text_of(owner)
        finally:
            _kernel.LocalFree(descriptor)

    def who_runs() -> Identity:
        administrators, member = c_void_p(), wintypes.BOOL()
        _check(_rights.ConvertStringSidToSidW(ADMINISTRATORS, byref(administrators)))
        try:
            _check(_rights.CheckTokenMembership(None, administrators, byref(member)))
        finally:
            _kernel.LocalFree(administrators)
        return Identity(_own_sid(), bool(member))

    def _own_sid() -> str:
        token, size = wintypes.HANDLE(), wintypes.DWORD()
        process = wintypes.HANDLE(_kernel.GetCurrentProcess())
        _check(_rights.OpenProcessToken(process, _QUERY, byref(token)))
        try:
            _rights.GetTokenInformation(token, _USER, None, 0, byref(size))  # how much room
            room = ctypes.create_string_buffer(size.value)
            _check(_rights.GetTokenInformation(token, _USER, room, size, byref(size)))
            return _text_of(c_void_p.from_buffer(room))  # a TOKEN_USER begins with its SID
        finally:
            _kernel.CloseHandle(token)

    def _text_of(sid: c_void_p) -> str:
        text = wintypes.LPWSTR()
        _check(_rights.ConvertSidToStringSidW(sid, byref(text)))
        try:
            return text.value or ""
        finally:
            _kernel.LocalFree(text)

    def _check(done: int) -> None:
        if not done:
            raise ctypes.WinError(ctypes.get_last_error())
