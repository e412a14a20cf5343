// What Emscripten's library would import from the page. With this the module imports nothing.

_Noreturn void __wasi_proc_exit(unsigned status) {
  (void)status;
  __builtin_trap();
}
