#include "place.h"

#include <algorithm>

#include "text.h"
#include "words.h"

namespace gouji {

namespace {

constexpr std::size_t longest_name = 16;  // 双江拉祜族佤族布朗族傣族自治县

/// What a name's end says of the place.
struct Rank {
  std::uint8_t rank;
  Level level;
  std::size_t least;  // letters before the end
};

/// By the groups of `words::place_ends`.
constexpr Rank ranks[] = {
    {1, Level::province, 2}, {2, Level::city, 2},     {2, Level::unknown, 2},
    {3, Level::county, 1},   {4, Level::township, 1},
};

/// The rank that goes with the longest end that `text` begins with; null for none.
const Rank* rank_at(std::string_view text, std::string_view& end) {
  const WordList::Match found = words::place_ends.match(text);
  end = text.substr(0, found.word.size());
  return end.empty() ? nullptr : &ranks[found.value];
}

/// 桐乡市, 景德镇市, 沙县区: the end is part of a longer name.
bool goes_on(std::string_view end, std::string_view behind) {
  if (end != "旗" && end != "镇" && end != "乡" && end != "县") return false;
  if (end == "县") return behind.starts_with("区") && !behind.starts_with("区域");
  return behind.starts_with("市") || behind.starts_with("县") || behind.starts_with("区") ||
         (end != "镇" && behind.starts_with("街道")) || (end == "旗" && behind.starts_with("镇"));
}

/// Whether what stands behind an end shows that it is none: 县域, 市级.
bool is_no_end(std::string_view end, std::string_view behind) {
  if (!leading_word(behind, words::no_place_follows).empty()) return true;
  return end == "市" && ((behind.starts_with("场") && !behind.starts_with("场坝")) ||
                         (behind.starts_with("区") && !behind.starts_with("区人民")));
}

Place place_of(const Rank& rank, std::string_view name, std::string_view end) {
  Place place{std::string(name), static_cast<std::uint8_t>(end.size()), rank.level, rank.rank, false};
  if (is_one_of(name, words::municipalities)) {
    place.rank = 1;
    place.level = Level::province;
  } else if (end == "区" && !trailing_word(place.stem(), words::zones).empty()) {
    place.zone = true;
    place.level = Level::unknown;
  }
  return place;
}

/// The place with a name that `text` begins with, below `rank`.
bool take_named(std::string_view& text, std::uint8_t above, bool inside, Place& place) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size() && letters < longest_name; ++letters) {
    std::string_view end;
    const Rank* rank = letters > 0 ? rank_at(text.substr(at), end) : nullptr;
    const std::string_view behind = text.substr(std::min(text.size(), at + end.size()));
    if (rank != nullptr && letters >= rank->least && !goes_on(end, behind)) {
      const std::string_view stem = text.substr(0, at);
      if (end != "街道") {
        // 住房和城乡建设局 has no place in it, but 公安县 is one.
        const std::size_t topic = department_at(text);
        if (topic != 0 && topic < stem.size()) return false;
        if (!leading_word(text, words::no_place_starts).empty()) return false;
      }
      if (letters == 1 && !(inside && end == "区") && is_one_of(stem, words::determiners)) return false;
      if (is_no_end(end, behind)) return false;
      place = place_of(*rank, text.substr(0, at + end.size()), end);
      // The second 市 of 云岭市星桥市 is a county.
      if (place.rank == 2 && above == 2 && end == "市") place.rank = 3, place.level = Level::county;
      if (place.rank <= above) return false;
      text = behind;
      return true;
    }
    const std::size_t from = at;
    const char32_t c = next_code_point(text, at);
    if (char_class(c) != CharClass::letter || c < 0x80) return false;
    if (is_one_of(text.substr(from, at - from), words::no_place_letters)) return false;
  }
  return false;
}

}  // namespace

std::size_t department_at(std::string_view text) { return leading_word(text, words::departments).size(); }

std::string_view place_end_at(std::string_view text) {
  std::string_view end;
  (void)rank_at(text, end);
  return end;
}

Places Places::take(std::string_view& text, bool generic) {
  Places places;
  std::uint8_t above = 0;
  Place place;
  while (take_named(text, above, !places.empty(), place)) {
    above = place.rank;
    // What has a county in it is a prefecture.
    if (place.rank == 3 && !places.empty() && places.last().level == Level::unknown && !places.last().zone)
      places.list_.back().level = Level::city;
    places.list_.push_back(place);
  }
  if (!places.empty() || !generic) return places;
  std::string_view end;
  const Rank* rank = rank_at(text, end);
  if (rank == nullptr) return places;
  const std::string_view behind = text.substr(end.size());
  // 市政务服务局 is 政务服务局 of the 市, 市政管理局 is not 政管理局.
  if (department_at(behind) == 0 && leading_word(behind, words::governments).empty() &&
      (is_no_end(end, behind) || !leading_word(text, words::no_place_starts).empty()))
    return places;
  places.list_.push_back({std::string(end), static_cast<std::uint8_t>(end.size()), rank->level, rank->rank, false});
  text = behind;
  return places;
}

const Place* Places::find(std::string_view name) const {
  const auto found = std::find_if(list_.begin(), list_.end(), [&](const Place& place) { return place.name == name; });
  return found == list_.end() ? nullptr : &*found;
}

const Place* Places::of_rank(std::uint8_t rank) const {
  const auto found = std::find_if(list_.begin(), list_.end(), [&](const Place& place) { return place.rank == rank; });
  return found == list_.end() ? nullptr : &*found;
}

PlaceRelation Places::relation_of(const Places& other) const {
  if (other.empty()) return PlaceRelation::same;
  if (empty()) return PlaceRelation::unclear;
  const Place& own = last();
  const Place& its = other.last();
  if (other.is_generic()) {
    if (own.name.ends_with(its.end())) return PlaceRelation::same;
    if (own.zone || own.rank == its.rank) return PlaceRelation::unclear;
    return its.rank < own.rank ? PlaceRelation::above : PlaceRelation::below;
  }
  const auto certain = [](const Place& place) { return place.level != Level::unknown; };
  // 青禾县, 青禾区: one place under two names; so are 黔东南州 and 黔东南苗族侗族自治州.
  const auto alike = [](const Place& a, const Place& b) {
    const std::string_view shorter = a.stem().size() < b.stem().size() ? a.stem() : b.stem();
    const Place& longer = a.stem().size() < b.stem().size() ? b : a;
    return a.stem() == b.stem() || (longer.end().starts_with("自治") && longer.stem().starts_with(shorter));
  };
  // A place of the same rank by which one chain is certainly not within the other.
  const auto forked = [&](std::uint8_t rank) {
    const Place* mine = of_rank(rank);
    const Place* theirs = other.of_rank(rank);
    return mine != nullptr && theirs != nullptr && certain(*mine) && certain(*theirs) && !alike(*mine, *theirs);
  };
  const bool apart = forked(1) || forked(2) || forked(3);
  if (own.name == its.name) return apart ? PlaceRelation::elsewhere : PlaceRelation::same;
  if (find(its.name) != nullptr) return PlaceRelation::above;
  if (other.find(own.name) != nullptr) return PlaceRelation::below;
  if (alike(own, its) || own.zone || its.zone) return PlaceRelation::unclear;
  if (apart || (own.rank == its.rank && certain(own) && certain(its))) return PlaceRelation::elsewhere;
  return PlaceRelation::apart;
}

}  // namespace gouji
