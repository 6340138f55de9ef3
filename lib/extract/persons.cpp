#include "extract/persons.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "text/utf8.hpp"

namespace noticekit {
namespace {

constexpr std::u32string_view surnames =
    U"王李张刘陈杨黄赵周吴徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁"
    U"沈任姚卢姜崔钟谭陆"
    U"汪范石廖贾夏韦付傅邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤乔兰牛耿温"
    U"方施欧翁纪柳季柏安常康伍鲁葛左骆裴倪符柴景佟苗管卞凌储童颜梅盛古庄辛祝靳齐文阮樊殷涂代冉岳章"
    U"宁屈舒詹岑邬虞沙戚栾冼桑蔺屠臧闵仝粟路游芦滕耿尚包关喻聂项成申简焦邢解窦单鄢柯翟卜牟佘宫仲甘"
    U"狄鲍阎祁缪晏谌隋敖邸尤赖洪褚裘娄巩荆鞠麦阚晁匡戎郜卫竺芮庞白蓝甄";
/// Characters that given names are made of and running text after a post seldom begins with.
constexpr std::u32string_view given_characters =
    U"伟芳娜敏静丽强磊军洋勇艳杰娟涛超秀霞平刚桂英华玉萍红国文辉力永健世广志义兴良海山仁波宁贵福生"
    U"龙元全胜祥才武利"
    U"清飞彬富顺信子昌成康星光达安岩中茂林有坚和彪诚先敬震振壮会群豪心邦承乐绍功松善厚庆民友裕河哲"
    U"浩亮政谦亨奇固轮翰朗伯宏"
    U"若鸣朋斌梁栋维启克伦翔旭鹏泽晨辰士建家树炎德时泰盛雄琛钧冠策腾楠榕风航弘慧巧美淑惠珠翠雅芝娥"
    U"玲芬燕彩春菊凤洁"
    U"梅琳素云莲真环雪荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞莉娣璐娅琦晶妍茜秋珊莎锦黛青倩婷姣婉娴瑾颖露瑶"
    U"怡婵雁蓓仪丹蓉"
    U"眉君琴蕊薇菁梦岚苑婕馨瑗韵园艺咏卿聪澜纯毓悦昭冰爽琬茗羽希欣滢馥筠柔竹凝晓欢枫芸菲寒伊宜可舒"
    U"影荔枝思棠兰小大"
    U"新明东方西南北立长根发金银宝来喜定双仲少学传孝忠";

/// Surnames of two characters; those that are also words or places (东方, 南宫, 濮阳) are not here.
constexpr std::string_view double_surnames[] = {
    "欧阳", "司马", "上官", "诸葛", "司徒", "皇甫", "尉迟", "公孙", "慕容", "令狐", "夏侯",
    "轩辕", "宇文", "端木", "呼延", "赫连", "申屠", "鲜于", "澹台", "淳于", "闾丘", "独孤"};
/// Places and offices end so, and names do not: 由石桥村书记牵头, 由管委会主任负责.
constexpr std::u32string_view ends_of_places =
    U"村镇乡县区市省街路巷组队部局科室股所站院校厂场店行处委会社司园馆办中库班点河沟坡湾塘坪岗庄屯"
    U"寨堡"
    U"城湖桥的和及与或";
/// Posts of one person end so: 主任, 局长, 书记; 党员 and 居民 are said of many.
constexpr std::u32string_view ends_of_single_posts = U"长记任席理计纳监书";

/// A bit for each Han: some are looked up at every post.
using HanBits = std::array<std::uint64_t, (0xA000 - 0x4E00) / 64>;

constexpr HanBits bits_of(std::u32string_view list) {
  HanBits bits{};
  for (const char32_t c : list) bits[(c - 0x4E00) / 64] |= std::uint64_t{1} << (c - 0x4E00) % 64;
  return bits;
}
constexpr HanBits is_surname = bits_of(surnames);
constexpr HanBits is_given = bits_of(given_characters);

bool in(const HanBits& set, char32_t c) {
  return c >= 0x4E00 && c < 0xA000 && (set[(c - 0x4E00) / 64] >> (c - 0x4E00) % 64 & 1) != 0;
}

bool has_double_surname(std::string_view s, std::size_t at) {
  return std::any_of(std::begin(double_surnames), std::end(double_surnames),
                     [&](std::string_view name) { return s.substr(at, name.size()) == name; });
}

bool is_mask(char32_t c) { return c == U'某' || c == U'×' || c == U'*' || c == U'ｘ' || c == U'X'; }

/// Reads names at places of a document.
class Names {
 public:
  Names(const MarkedDocument& document, const ExtractRules& rules)
      : s_(document.text), letters_(document.all()), rules_(rules) {}

  /// Bytes of a name at `at`: a surname and one or two characters; 0 where there is none.
  [[nodiscard]] std::size_t at(std::size_t at) const {
    if (has_double_surname(s_, at)) return with_double_surname(at);
    if (!in(is_surname, utf8::at(s_, at))) return 0;
    const char32_t one = utf8::at(s_, at + 3);
    if (is_mask(one)) return masks_end(at + 3) - at;
    if (begins_word(at)) return 0;
    const char32_t two = utf8::at(s_, at + 6);
    if (!in(is_given, one) || !in(is_given, two)) {
      if (const std::size_t n = unlisted(at); n != 0) return n;
    }
    if (!in(is_given, one)) return 0;
    if (in(is_given, two)) return 9;
    // A given name of one character must be closed by punctuation or by a word for what people do,
    // or it is more likely a word.
    if (const auto after = rules_.names.match_as(letters_, at + 6, "after");
        after && after->end - after->begin >= 6 && !begins_word(at + 3))
      return 6;
    switch (two) {
      case U'，':
      case U'、':
      case U'。':
      case U'（':
      case U'(':
      case U'；':
      case U'）':
      case 0:
        return 6;
      default:
        return 0;
    }
  }

  /// Start of a name of three characters (or a masked one) that ends at `end`; `end` where there is
  /// none.
  [[nodiscard]] std::size_t before(std::size_t end) const {
    for (const std::size_t size : {12U, 9U, 6U}) {
      if (end < size || !utf8::is_boundary(s_, end - size)) continue;
      const std::size_t b = end - size;
      if (size >= 9 && at(b) == size) return b;
      if (size == 6 && in(is_surname, utf8::at(s_, b)) && is_mask(utf8::at(s_, b + 3))) return b;
    }
    return end;
  }

  /// Start of a name between 由 or 对 and the post at `post`, also one that no list holds; its
  /// beginning where there is none.
  [[nodiscard]] std::size_t between(Span post) const {
    const std::size_t end = post.begin.value;
    constexpr std::u32string_view of_places = U"县镇乡区";
    if (ends_of_single_posts.find(utf8::at(s_, post.end.value - 3)) == std::u32string_view::npos ||
        of_places.find(utf8::at(s_, end)) != std::u32string_view::npos)
      return end;
    for (const std::size_t size : {12U, 9U, 6U}) {
      if (end < size + 3 || !utf8::is_boundary(s_, end - size)) continue;
      const std::size_t b = end - size;
      const std::string_view cue = s_.substr(b - 3, 3);
      if ((cue == "由" || cue == "对") && may_be_name(b, end)) return b;
    }
    return end;
  }

  /// More names of the same post: 居民王某明、张某花. Returns where they end.
  std::uint32_t add_listed(std::uint32_t end, Span post, std::vector<Person>& out) const {
    while (utf8::at(s_, end) == U'、') {
      const std::size_t begin = end + 3;
      const std::size_t n = at(begin);
      if (n == 0) break;
      out.push_back({{begin, begin + n}, post, {post.begin.value, begin + n}});
      end = static_cast<std::uint32_t>(begin + n);
    }
    return end;
  }

  /// Whether a word stands here that looks like a name.
  [[nodiscard]] bool begins_word(std::size_t at) const {
    return rules_.names.match_as(letters_, at, "word").has_value();
  }

 private:
  /// Whether a name may end at `at`: at punctuation, or before what people do (履行, 负责, 同志).
  [[nodiscard]] bool closes(std::size_t at) const {
    switch (utf8::at(s_, at)) {
      case 0:
      case U'，':
      case U',':
      case U'、':
      case U'。':
      case U'；':
      case U'（':
      case U'(':
      case U'）':
      case U')':
      case U'\n':
      case U'\t':
      case U' ':
      case U'\u3000':
        return true;
      default:
        return rules_.names.match_as(letters_, at, "after").has_value();
    }
  }

  /// A surname and two characters that no list of given names holds, closed as names are and not
  /// the beginning of a word: 陆砚耕履行职责.
  [[nodiscard]] std::size_t unlisted(std::size_t at) const {
    for (const std::size_t size : {9U, 6U}) {
      bool han = true;
      for (std::size_t i = at; i < at + size; i += 3)
        han = han && utf8::is_han(utf8::at(s_, i)) && utf8::at(s_, i) != U'的';
      if (han && !begins_word(at + 3) && !rules_.persons.match_as(letters_, at + 3, "either") &&
          closes(at + size) &&
          (size == 9 || utf8::at(s_, at + size) == U'、' || utf8::at(s_, at + size) == U'同'))
        return size;
    }
    return 0;
  }

  /// Whether [begin, end) is a surname and one or two characters that are no place or office.
  [[nodiscard]] bool may_be_name(std::size_t begin, std::size_t end) const {
    const std::size_t surname = has_double_surname(s_, begin) ? 6 : 3;
    if (end - begin <= surname || end - begin > surname + 6 || begins_word(begin)) return false;
    if (surname == 3 && (!in(is_surname, utf8::at(s_, begin)) || begins_word(begin + 3)))
      return false;
    const char32_t last = utf8::at(s_, end - 3);
    for (std::size_t i = begin; i < end; i += 3) {
      if (!utf8::is_han(utf8::at(s_, i))) return false;
    }
    // 高中 is no name, 王芳 is: a name of two characters is a listed one.
    return ends_of_places.find(last) == std::u32string_view::npos &&
           (end - begin > 6 || in(is_given, last));
  }

  /// Bytes of a name at `at` that begins with a surname of two characters.
  [[nodiscard]] std::size_t with_double_surname(std::size_t at) const {
    const std::size_t given = at + 6;
    const char32_t one = utf8::at(s_, given);
    const char32_t two = utf8::at(s_, given + 3);
    if (is_mask(one)) return masks_end(given) - at;
    if (!utf8::is_han(one) || one == U'的') return 0;
    if (!in(is_given, two) && closes(given + 3)) return 9;
    if (utf8::is_han(two) && (closes(given + 6) || (in(is_given, one) && in(is_given, two))))
      return 12;
    return closes(given + 3) || in(is_given, one) ? 9 : 0;
  }

  /// The end of one or two masked characters.
  [[nodiscard]] std::size_t masks_end(std::size_t at) const {
    for (int n = 0; n < 2 && is_mask(utf8::at(s_, at)); ++n)
      at += utf8::length(static_cast<unsigned char>(s_[at]));
    return at;
  }

  std::string_view s_;
  Stretch letters_;
  const ExtractRules& rules_;
};

/// A name that fills all of `piece`.
bool is_name(std::string_view piece, const ExtractRules& rules) {
  const bool both = has_double_surname(piece, 0);
  if (piece.size() != (both ? 12 : 6) && piece.size() != 9) return false;
  if (!both && (!in(is_surname, utf8::at(piece, 0)) || rules.names.match_as(piece, 0, "word")))
    return false;
  for (std::size_t i = 3; i < piece.size(); i += 3) {
    if (!utf8::is_han(utf8::at(piece, i))) return false;
  }
  return true;
}

/// Bytes of the name that ends `piece`, behind a post that no rule holds: 县长王某, 主席李某某.
std::size_t name_after_post(std::string_view piece, const ExtractRules& rules) {
  constexpr std::u32string_view ends_of_posts = U"长记任席员理师";
  for (const std::size_t size : {12U, 9U, 6U}) {
    if (piece.size() < size + 6 || !utf8::is_boundary(piece, piece.size() - size) ||
        !utf8::is_boundary(piece, piece.size() - size - 3))
      continue;
    const std::size_t at = piece.size() - size;
    if (ends_of_posts.find(utf8::at(piece, at - 3)) != std::u32string_view::npos &&
        is_name(piece.substr(at), rules))
      return size;
  }
  return 0;
}

}  // namespace

std::size_t surname_size(std::string_view name) {
  if (has_double_surname(name, 0)) return 6;
  return name.empty() ? 0 : utf8::length(static_cast<unsigned char>(name[0]));
}

std::vector<Span> names_listed(std::string_view text, Span field, const ExtractRules& rules) {
  constexpr std::u32string_view parting = U"、，,；;：:（）()/ \u3000\t\n";
  std::vector<Span> out;
  const std::size_t stop = field.end.value;
  for (std::size_t begin = field.begin.value; begin < stop;) {
    std::size_t end = begin;
    while (end < stop && parting.find(utf8::at(text, end)) == std::u32string_view::npos)
      end += utf8::length(static_cast<unsigned char>(text[end]));
    const std::string_view piece = text.substr(begin, end - begin);
    std::vector<PhraseHit> posts;
    rules.persons.scan_all(piece, posts);
    std::size_t from = 0, to = piece.size();
    for (const PhraseHit& h : posts) {
      if (h.begin >= 6 && h.end == piece.size()) {
        to = std::min<std::size_t>(to, h.begin);
      } else {
        from = std::max<std::size_t>(from, h.end);
      }
    }
    if (from < to && is_name(piece.substr(from, to - from), rules)) {
      out.push_back({begin + from, begin + to});
    } else if (is_name(piece.substr(0, to), rules)) {
      out.push_back({begin, begin + to});
    } else if (const std::size_t n = name_after_post(piece, rules); n != 0) {
      out.push_back({end - n, end});
    }
    begin = end + (end < stop ? utf8::length(static_cast<unsigned char>(text[end])) : 0);
  }
  return out;
}

void find_persons(const MarkedDocument& document, const ExtractRules& rules,
                  std::vector<Person>& out) {
  const std::string_view text = document.text;
  const Names names(document, rules);
  std::vector<PhraseHit> hits;
  rules.persons.scan(document.all(), hits);
  std::uint32_t taken = 0;  // 书记张某同志 is one person
  for (const PhraseHit& hit : hits) {
    const std::string_view as = rules.persons.rules()[hit.rule].as;
    const Span post{hit.begin, hit.end};
    if (as == "post" || as == "either") {
      const std::size_t at = hit.end + (text.substr(hit.end, 1) == " " ? 1 : 0);
      if (const std::size_t n = names.at(at); n != 0) {
        out.push_back({{at, at + n}, post, {hit.begin, at + n}});
        taken = static_cast<std::uint32_t>(at + n);
        taken = names.add_listed(taken, post, out);
        continue;
      }
    }
    if (as == "title" || as == "either") {
      // 配齐安全总监: what a post is for stands before it.
      const bool field = as == "either" && hit.begin >= 6 && names.begins_word(hit.begin - 6);
      std::size_t b = names.before(hit.begin);
      if (b == hit.begin && as == "either") b = names.between(post);
      if (b != hit.begin && hit.begin > taken && !field) {
        out.push_back({{b, hit.begin}, post, {b, hit.end}});
      }
    }
  }
}

}  // namespace noticekit
