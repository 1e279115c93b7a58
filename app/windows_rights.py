"""Who may get at a file on Windows: its access list, read and changed through the system."""

import ctypes
import sys
from collections.abc import Callable
from ctypes import byref, c_void_p, c_wchar_p
from ctypes.wintypes import DWORD, HANDLE, LPCWSTR, LPVOID
from functools import cache
from pathlib import Path

from app.access_lists import list_for, others

if sys.platform == "win32":
    _FILE = 1
    _LIST = 0x4
    _REVISION = 1
    _QUERY = 0x8
    _TOKEN_USER = 1
    _REFUSED = frozenset((1, 5, 50))
    """No such function, access denied, not supported: a stick, or somebody else's file."""

    _advapi = ctypes.WinDLL("advapi32", use_last_error=True)
    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    _kernel.GetCurrentProcess.restype = HANDLE
    _kernel.CloseHandle.argtypes = [HANDLE]
    _kernel.LocalFree.argtypes = [LPVOID]
    _advapi.OpenProcessToken.argtypes = [HANDLE, DWORD, LPVOID]
    _advapi.GetTokenInformation.argtypes = [HANDLE, ctypes.c_int, LPVOID, DWORD, LPVOID]
    _advapi.ConvertSidToStringSidW.argtypes = [LPVOID, LPVOID]
    _advapi.GetNamedSecurityInfoW.argtypes = [LPCWSTR, ctypes.c_int, DWORD, *[LPVOID] * 5]
    _advapi.GetNamedSecurityInfoW.restype = DWORD
    _advapi.SetFileSecurityW.argtypes = [LPCWSTR, DWORD, LPVOID]
    _to_text = _advapi.ConvertSecurityDescriptorToStringSecurityDescriptorW
    _to_text.argtypes = [LPVOID, DWORD, DWORD, LPVOID, LPVOID]
    _from_text = _advapi.ConvertStringSecurityDescriptorToSecurityDescriptorW
    _from_text.argtypes = [LPCWSTR, DWORD, LPVOID, LPVOID]

    def _want(done: int) -> None:
        if not done:
            raise ctypes.WinError(ctypes.get_last_error())

    def _want_none(code: int) -> None:
        if code in _REFUSED:
            raise PermissionError(13, ctypes.FormatError(code))
        if code:
            raise ctypes.WinError(code)

    @cache
    def _user() -> str:
        """The number of the account that runs the program, as text."""
        token, length = HANDLE(), DWORD()
        _want(_advapi.OpenProcessToken(_kernel.GetCurrentProcess(), _QUERY, byref(token)))
        try:
            _advapi.GetTokenInformation(token, _TOKEN_USER, None, 0, byref(length))
            data = ctypes.create_string_buffer(length.value)
            _want(
                _advapi.GetTokenInformation(token, _TOKEN_USER, data, length.value, byref(length))
            )
            # What is there begins with a pointer to the number.
            return _text_of(_advapi.ConvertSidToStringSidW, c_void_p.from_buffer(data))
        finally:
            _kernel.CloseHandle(token)

    def _text_of(convert: Callable[..., int], *arguments: object) -> str:
        text = c_wchar_p()
        _want(convert(*arguments, byref(text)))
        try:
            return text.value or ""
        finally:
            _kernel.LocalFree(text)

    def _read(path: Path) -> str:
        descriptor, text = c_void_p(), c_wchar_p()
        _want_none(
            _advapi.GetNamedSecurityInfoW(
                str(path), _FILE, _LIST, None, None, None, None, byref(descriptor)
            )
        )
        try:
            _want(_to_text(descriptor, _REVISION, _LIST, byref(text), None))
            return text.value or ""
        finally:
            _kernel.LocalFree(text)
            _kernel.LocalFree(descriptor)

    def _write(path: Path, access: str) -> None:
        descriptor = c_void_p()
        _want(_from_text(access, _REVISION, byref(descriptor), None))
        try:
            # Not SetNamedSecurityInfo, which wine has only in part. The text itself says that
            # nothing is inherited any more.
            if not _advapi.SetFileSecurityW(str(path), _LIST, descriptor):
                _want_none(ctypes.get_last_error())
        finally:
            _kernel.LocalFree(descriptor)

    def is_open(path: Path) -> bool:
        """Whether the access list of a file or folder lets other users in."""
        return bool(others(_read(path), _user()))

    def close(path: Path) -> None:
        """Let nobody in but the user, the system and its administrators; nothing is inherited.

        PermissionError where the file system keeps no such lists, or the list is not the user's.
        """
        _write(path, list_for(_user(), folder=path.is_dir()))
