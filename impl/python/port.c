// SPDX-License-Identifier: MIT
// Starts Python, which has the port in port.py. This library contains the text of that file.
#include <Python.h>
#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>

#include "fearless_port.h"

__asm__(".pushsection .rodata\nfearless_python_port: .incbin \"" PORT_PY "\"\n.byte 0\n.popsection");
extern const char fearless_python_port[];

static const fearless_port* port;

// What is printed here is quoted where the library is rejected.
static _Noreturn void give_up(void) {
  PyErr_Print();
  abort();
}

// The suite loads this library with RTLD_LOCAL, and Python's modules look for the symbols of libpython.
static void show_python(void) {
  Dl_info about;
  if (dladdr((const void*)Py_IsInitialized, &about) == 0 || dlopen(about.dli_fname, RTLD_NOW | RTLD_GLOBAL) == NULL)
    abort();
}

static void start(void) {
  show_python();
  PyConfig config;
  PyConfig_InitIsolatedConfig(&config);
  config.site_import = 0;
  config.write_bytecode = 0;
  if (PyStatus_Exception(Py_InitializeFromConfig(&config))) abort();
  PyConfig_Clear(&config);
  PyObject* const code = Py_CompileString(fearless_python_port, "port.py", Py_file_input);
  PyObject* const module = code == NULL ? NULL : PyImport_ExecCodeModule("port", code);
  PyObject* const address = module == NULL ? NULL : PyObject_GetAttrString(module, "address");
  if (address == NULL) give_up();
  port = PyLong_AsVoidPtr(address);
  PyEval_SaveThread();  // lets other threads run Python
}

__attribute__((visibility("default"))) const fearless_port* fearless_port_v1(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, start);
  return port;
}
