// What Emscripten's library would import from the page, or bring along at a price. With these the module imports nothing.

#include <stdarg.h>
#include <stddef.h>

void emscripten_notify_memory_growth(size_t index) { (void)index; }

_Noreturn void __wasi_proc_exit(unsigned status) {
  (void)status;
  __builtin_trap();
}

/// As in the standard library, but only for unsigned hexadecimal numbers ("%04x", "%.2X"), which is all that nlohmann_json
/// asks for. The whole of it would weigh 8 kB. Any other conversion traps.
int snprintf(char* buffer, size_t size, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  size_t length = 0;
  for (; *format != '\0'; ++format) {
    if (*format != '%') {
      if (length + 1 < size) buffer[length] = *format;
      ++length;
      continue;
    }
    ++format;
    if (*format == '0' || *format == '.') ++format;
    int digits = 1;
    if (*format >= '1' && *format <= '8') digits = *format++ - '0';
    if (*format != 'x' && *format != 'X') __builtin_trap();
    const unsigned value = va_arg(arguments, unsigned);
    while (digits < 8 && value >> (4 * digits) != 0) ++digits;
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      const unsigned digit = value >> shift & 0xF;
      if (length + 1 < size)
        buffer[length] = (char)(digit < 10 ? '0' + digit : digit - 10 + (*format == 'x' ? 'a' : 'A'));
      ++length;
    }
  }
  if (size > 0) buffer[length < size ? length : size - 1] = '\0';
  va_end(arguments);
  return (int)length;
}
