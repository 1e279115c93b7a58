/* bienban.exe and bienban-cli.exe: start Python out of the program's own folder, without asking
   the registry, the environment or the PATH. PROGRAM names which of the two this is. */

#include <windows.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#define LONGEST 32768

typedef int (*python_main)(int, wchar_t **);

static wchar_t folder[LONGEST], library[LONGEST], program[LONGEST];

static int fail(const wchar_t *what)
{
    wchar_t text[LONGEST + 400];
    _snwprintf(text, LONGEST + 400,
        L"Biên Bản không khởi động được: thiếu %ls. Xin cài lại chương trình; "
        L"dữ liệu không nằm ở đây và vẫn còn nguyên.\n\n"
        L"Biên Bản cannot start: %ls is missing. Please install the program again; "
        L"the data are elsewhere and unharmed.", what, what);
#ifdef CONSOLE
    fwprintf(stderr, L"%ls\n", text);
#else
    MessageBoxW(NULL, text, L"Biên Bản", MB_OK | MB_ICONERROR);
#endif
    return 3;
}

static int run(int count, wchar_t **arguments)
{
    if (!GetModuleFileNameW(NULL, folder, LONGEST)) return fail(L"bienban.exe");
    *wcsrchr(folder, L'\\') = L'\0';
    _snwprintf(library, LONGEST, L"%ls\\python\\python311.dll", folder);
    _snwprintf(program, LONGEST, L"%ls\\program", folder);

    HMODULE python = LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    if (!python) return fail(library);
    python_main start = (python_main)(void *)GetProcAddress(python, "Py_Main");
    if (!start) return fail(library);

    wchar_t **all = calloc(count + 5, sizeof *all);
    if (!all) return 3;
    int at = 0;
    all[at++] = arguments[0];
    all[at++] = L"-I";
    all[at++] = L"-S";
    all[at++] = program;
    all[at++] = PROGRAM;
    for (int each = 1; each < count; each++) all[at++] = arguments[each];
    return start(at, all);
}

int wmain(int count, wchar_t **arguments) { return run(count, arguments); }

#ifndef CONSOLE
int WINAPI wWinMain(HINSTANCE self, HINSTANCE none, LPWSTR line, int show)
{
    (void)self, (void)none, (void)line, (void)show;
    return run(__argc, __wargv);
}
#endif
