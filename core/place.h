#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// Of a place or a body.
enum class Level : std::uint8_t { unknown, national, province, city, county, township };

/// A place as the name of a body begins with it.
struct Place {
  std::string name;            ///< 青禾县; 县 alone, as in 县水务局
  std::uint8_t end_bytes = 0;  ///< of 县 in the name
  Level level = Level::unknown;
  std::uint8_t rank = 0;  ///< 1 province, 2 prefecture and 市, 3 county, 4 township
  bool zone = false;      ///< a 开发区 and the like, which is of no rank

  [[nodiscard]] std::string_view stem() const { return std::string_view(name).substr(0, name.size() - end_bytes); }
  [[nodiscard]] std::string_view end() const { return std::string_view(name).substr(name.size() - end_bytes); }
  [[nodiscard]] bool is_named() const { return name.size() > end_bytes; }
};

/// How one place stands to another.
enum class PlaceRelation : std::uint8_t {
  same,
  above,      ///< the other holds it
  below,      ///< it holds the other
  elsewhere,  ///< certainly neither
  apart,      ///< certainly another; whether above, below or elsewhere is open
  unclear,
};

/// A chain of places, the widest first: 长治市 潞州区. Knows no place by its name, but for the municipalities: what it can
/// tell of 市, which may be a prefecture or a county, depends on what stands beside it.
class Places {
 public:
  Places() = default;
  /// Takes the places off the front of `text`. `generic`: 县 alone counts, where a body of it follows.
  static Places take(std::string_view& text, bool generic);

  [[nodiscard]] bool empty() const { return list_.empty(); }
  [[nodiscard]] const Place& last() const { return list_.back(); }
  [[nodiscard]] bool is_generic() const { return list_.size() == 1 && !list_[0].is_named(); }
  /// How the places of `other` stand to these. No places at all are the same.
  [[nodiscard]] PlaceRelation relation_of(const Places& other) const;

 private:
  [[nodiscard]] const Place* find(std::string_view name) const;
  [[nodiscard]] const Place* of_rank(std::uint8_t rank) const;
  std::vector<Place> list_;
};

/// 省, 县, 街道 … that `text` begins with, the longest; empty for none.
[[nodiscard]] std::string_view place_end_at(std::string_view text);

/// Bytes of what a department deals with that `text` begins with, as 水务 or 政务服务; 0 for none.
[[nodiscard]] std::size_t department_at(std::string_view text);

}  // namespace gouji
