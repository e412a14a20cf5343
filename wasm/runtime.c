// What Emscripten's library would import from the page. With these the module imports nothing.

#include <stddef.h>

void emscripten_notify_memory_growth(size_t index) { (void)index; }

_Noreturn void __wasi_proc_exit(unsigned status) {
  (void)status;
  __builtin_trap();
}
