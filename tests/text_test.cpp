#include "text.h"

#include <catch2/catch.hpp>

TEST_CASE("folding", "[text]") { CHECK(gouji::Text("２６").folded() == "26"); }
