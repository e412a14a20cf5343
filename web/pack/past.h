#pragma once

#include "numbers.h"

/// What was packed or unpacked so far.
u8* out;
u32 at;               ///< how many bytes of it
u32 latest, earlier;  ///< the last four bytes and the four before them, the last one in the lowest bits
