#include "body.h"

#include <algorithm>
#include <span>

#include "text.h"
#include "words.h"

namespace gouji {

namespace {

bool take(std::string_view& text, std::string_view word) {
  if (word.empty() || !text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

std::string tight(std::string_view words) {
  std::string result;
  std::copy_if(words.begin(), words.end(), std::back_inserter(result),
               [](char c) { return c != ' ' && c != '\n' && c != '\t'; });
  return result;
}

/// Bytes of a department's name without its place that `text` begins with: 水务局, 发展和改革委员会; 0 for none.
std::size_t unit_at(std::string_view text) {
  if (const std::string_view unit = leading_word(text, words::short_units); !unit.empty()) return unit.size();
  std::size_t at = 0;
  bool known = false;
  while (at < text.size()) {
    const std::string_view rest = text.substr(at);
    if (known) {
      const std::string_view end = leading_word(rest, words::department_ends);
      const bool verb = end == "办" && !trailing_word(text.substr(0, at), words::department_fillers).empty();
      if (!end.empty() && !verb) {
        const std::string_view behind = rest.substr(end.size());
        const bool one_letter = end.size() == 3;
        return one_letter && !leading_word(behind, words::not_behind_units).empty() ? 0 : at + end.size();
      }
    }
    if (const std::size_t field = department_at(rest); field != 0) {
      at += field;
      known = true;
    } else if (const std::string_view filler = leading_word(rest, words::department_fillers);
               known && !filler.empty()) {
      at += filler.size();
    } else {
      return 0;
    }
  }
  return 0;
}

bool is_department(std::string_view unit) { return !unit.empty() && unit_at(unit) == unit.size(); }

/// A unit's name as it is shortened from: 发展和改革委员会 → 发展改革委.
std::string without_fillers(std::string_view unit) {
  std::string text(unit);
  const auto drop = [&](std::string_view word, std::string_view instead) {
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at))
      text.replace(at, word.size(), instead);
  };
  drop("委员会", "委");
  drop("办公室", "办");
  drop("办公厅", "办");
  drop("和", "");
  drop("与", "");
  return text;
}

/// Whether the letters of the shorter one stand in the other in the same order, its last one at the end: 人社局 in
/// 人力资源社会保障局.
bool is_shortened(const std::string& a, const std::string& b) {
  const std::string& brief = a.size() <= b.size() ? a : b;
  const std::string& whole = a.size() <= b.size() ? b : a;
  std::size_t at = 0;
  std::size_t last = 0;
  for (std::size_t i = 0; i < brief.size();) {
    const std::size_t from = i;
    (void)next_code_point(brief, i);
    const std::string_view letter = std::string_view(brief).substr(from, i - from);
    last = i < brief.size() ? whole.find(letter, at) : whole.rfind(letter);
    if (last == std::string::npos || last < at) return false;
    at = last + letter.size();
  }
  return at == whole.size();
}

/// 政府办公室 → what is behind 政府; false where `text` begins with no government.
bool take_government(std::string_view& text) { return take(text, leading_word(text, words::governments)); }

/// What a name says, as far as it can be read.
struct Reading {
  Places places;
  BodyKind kind = BodyKind::unknown;
  std::string_view unit;
  bool bare = false;
};

/// 街道办事处, behind its place.
bool is_street_office(const Places& places, std::string_view rest) {
  return !places.empty() && places.last().end() == "街道" && (rest == "办事处" || rest == "办");
}

BodyKind kind_of_unit(const Places& places, std::string_view unit) {
  if (places.empty() || places.last().rank == 4 || places.last().zone) return BodyKind::other;
  if (is_department(unit)) return BodyKind::department;
  if (!trailing_word(unit, words::no_departments).empty() || is_one_of(unit, words::party_bodies))
    return BodyKind::other;
  const std::string_view end = trailing_word(unit, words::department_ends);
  return !end.empty() && !end.starts_with("办") ? BodyKind::department : BodyKind::other;
}

Reading read(std::string_view rest, bool generic) {
  Reading reading;
  const std::string_view whole = rest;
  const bool of_state = take(rest, leading_word(rest, words::state_bodies));
  reading.places = Places::take(rest, generic);
  if (of_state && reading.places.empty()) rest = whole;
  const bool township = !reading.places.empty() && reading.places.last().rank == 4;
  if (rest.empty()) {
    reading.bare = true;
    if (!reading.places.empty() && !reading.places.last().zone)
      reading.kind = township ? BodyKind::township : BodyKind::government;
    return reading;
  }
  if (is_street_office(reading.places, rest)) {
    reading.kind = BodyKind::township;
    return reading;
  }
  if (take_government(rest)) {
    if (rest.empty() || (township && is_one_of(rest, words::government_offices))) {
      reading.kind = township ? BodyKind::township : BodyKind::government;
      return reading;
    }
    if (is_one_of(rest, words::government_offices)) {
      reading.kind = BodyKind::government_office;
      return reading;
    }
    // 青禾县人民政府听雨街道办事处.
    std::string_view inner = rest;
    const Places street = Places::take(inner, false);
    if (is_street_office(street, inner)) {
      reading.places = street;
      reading.kind = BodyKind::township;
      return reading;
    }
  }
  reading.unit = rest;
  reading.kind = kind_of_unit(reading.places, rest);
  if (of_state && reading.places.empty()) reading.kind = BodyKind::department;
  return reading;
}

/// The letters behind 我 or 本; empty for none.
std::string_view self_word(std::string_view word) {
  return take(word, "我") || take(word, "本") ? word : std::string_view();
}

}  // namespace

Body::Body(std::string_view name) : name_(tight(name)) {
  if (name_.empty()) return;
  Reading reading = read(name_, false);
  places_ = std::move(reading.places);
  unit_ = std::string(reading.unit);
  bare_ = reading.bare;
  kind_ = reading.kind;
  if (!places_.empty()) {
    level_ = places_.last().level;
  } else if (kind_ == BodyKind::department) {
    level_ = Level::national;
  }
}

bool Body::lacks_rule_making() const {
  switch (kind_) {
    case BodyKind::township:
      return true;
    case BodyKind::department:
      return !places_.empty();
    case BodyKind::government:
    case BodyKind::government_office:
      return level_ == Level::county;
    default:
      return false;
  }
}

bool Body::is_own_unit(const std::string& unit) const {
  return is_shortened(without_fillers(unit), without_fillers(unit_)) || is_shortened(unit, unit_);
}

Whose Body::whose_self(std::string_view word) const {
  if (is_one_of(word, words::own_words)) return Whose::own;
  const bool whole_place = kind_ == BodyKind::government || kind_ == BodyKind::township;
  if (const std::string_view end = place_end_at(word); end == word) {
    const bool own = !places_.empty() && places_.last().name.ends_with(end);
    return own && whole_place ? Whose::own : Whose::unclear;
  }
  std::string_view of = unit_;
  if (kind_ == BodyKind::government_office) of = name_;
  if (kind_ == BodyKind::township && name_.ends_with("办事处")) of = "办事处";
  if (!of.empty() && of.ends_with(word)) return Whose::own;
  for (std::string_view pair : words::short_ends) {
    const std::size_t sign = pair.find('=');
    if (of.ends_with(pair.substr(0, sign)) && word == pair.substr(sign + 1)) return Whose::own;
  }
  return Whose::unclear;
}

Whose Body::whose(std::string_view words) const {
  const std::string name = tight(words);
  if (name.empty() || name_.empty()) return Whose::unclear;
  if (name == name_) return Whose::own;
  std::string_view text = name;
  if (const std::string_view word = self_word(name); !word.empty()) {
    const Whose self = whose_self(word);
    if (self != Whose::unclear || place_end_at(word) == word) return self;
    text = word;  // 我县水务局
  }
  const Reading other = read(text, true);
  if (other.kind == BodyKind::unknown) return Whose::unclear;
  const bool known = other.unit.empty() || is_department(other.unit);
  switch (places_.relation_of(other.places)) {
    case PlaceRelation::above:
    case PlaceRelation::below:
    case PlaceRelation::elsewhere:
    case PlaceRelation::apart:
      return Whose::other;
    case PlaceRelation::unclear:
      return Whose::unclear;
    case PlaceRelation::same:
      break;
  }
  const bool whole_place = kind_ == BodyKind::government || kind_ == BodyKind::township;
  if (other.bare) return whole_place ? Whose::own : Whose::unclear;
  if (other.unit.empty()) {
    if (other.kind == BodyKind::government_office) return kind_ == other.kind ? Whose::own : Whose::government;
    return whole_place ? Whose::own : Whose::government;
  }
  constexpr std::size_t one_letter = 3;
  if (other.places.empty() && other.unit.size() <= one_letter) return Whose::unclear;  // 局 alone may be any
  if (!unit_.empty() && is_own_unit(std::string(other.unit))) return Whose::own;
  if (!known || (!unit_.empty() && !is_department(unit_))) return Whose::unclear;
  return kind_ == BodyKind::unknown ? Whose::unclear : Whose::other;
}

bool Body::is_elsewhere(std::string_view words) const {
  const std::string name = tight(words);
  const Reading other = read(name, false);
  return !other.places.empty() && places_.relation_of(other.places) == PlaceRelation::elsewhere;
}

bool Body::contradicts(std::string_view self) const {
  const std::string_view word = self_word(self);
  if (word.empty() || places_.empty() || places_.last().zone || whose_self(word) == Whose::own) return false;
  const Place& place = places_.last();
  const bool street = place.end() == "街道";
  if (place_end_at(word) == word) {
    if (word == "县") return place.rank == 3 && place.end() == "区";
    const bool of_township = word == "镇" || word == "乡" || word == "街道";
    // 镇 and 街道 may stand for each other only in bodies below the county that are neither's government.
    return of_township && (kind_ == BodyKind::department || kind_ == BodyKind::government_office ||
                           (kind_ == BodyKind::township && place.end() != word));
  }
  const auto is_any = [&](std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
  };
  switch (kind_) {
    case BodyKind::department:
      return is_any({"局", "委", "厅"}) || (word == "办" && (unit_.ends_with("局") || unit_.ends_with("厅")));
    case BodyKind::government_office:
      return is_any({"局", "委"});
    case BodyKind::township:
      return is_any({"局", "委", "厅"}) && !street;
    default:
      return false;
  }
}

namespace {

/// 我局, 本机关 at the front of `text`; 0 for none.
std::size_t self_at(std::string_view text) {
  const std::string_view word = self_word(text);
  if (word.empty()) return 0;
  const std::size_t lead = text.size() - word.size();
  if (const std::string_view found = leading_word(word, words::own_words); !found.empty()) return lead + found.size();
  const std::string_view unit = leading_word(word, words::own_units);
  if (!unit.empty()) return leading_word(word, words::no_own_units).empty() ? lead + unit.size() : 0;
  const std::string_view end = place_end_at(word);
  if (end.empty() || !leading_word(word.substr(end.size()), words::no_place_follows).empty()) return 0;
  if (end == "市" && word.starts_with("市场")) return 0;
  return lead + end.size();
}

}  // namespace

std::string_view body_at(std::string_view text) {
  const std::size_t self = self_at(text);
  std::string_view rest = text;
  const auto taken = [&] { return text.substr(0, text.size() - rest.size()); };
  if (self != 0 && (place_end_at(text.substr(3)).size() + 3 != self)) return text.substr(0, self);
  if (self != 0) rest.remove_prefix(3);  // 我县水务局
  const bool of_state = take(rest, leading_word(rest, words::state_bodies));
  const Places places = Places::take(rest, true);
  if (take_government(rest)) {
    const std::string_view office = leading_word(rest, words::government_offices);
    if (office.size() > 3 || leading_word(rest, words::no_government_offices).empty())
      rest.remove_prefix(office.size());
    return taken();
  }
  if (!places.empty() && places.last().end() == "街道" && take(rest, "办事处")) return taken();
  if (const std::size_t unit = unit_at(rest); unit != 0) {
    rest.remove_prefix(unit);
    return taken();
  }
  if (self != 0) return text.substr(0, self);
  if (of_state || places.empty() || places.is_generic()) return {};
  return taken();
}

}  // namespace gouji
