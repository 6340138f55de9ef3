#include "text/chinese_likelihood.hpp"

#include <array>
#include <bitset>

#include "text/big5.hpp"
#include "text/gb18030.hpp"

namespace noticekit {
namespace {

/// Characters that make up most of Chinese official prose, in both scripts, sorted.
constexpr std::u32string_view common_han =
    U"一丁七万三上下不与专且世丙业东两严並个中为主举么义之乏乐乙九"
    U"也习乡书乾了予争事二于五些交产享人亿什今从他付代以们件价任份"
    U"企伍众会传估但佈位低住体佔何余作你使來例依便係保信修個們候做"
    U"健傳像僚價億儿元先光克兒党入內全兩八公六共关兴其具养内再军农"
    U"决况准几出分切列则判別利别到制券則前剖副力办加务动助勉動務化"
    U"北区医區十千升协協单南卫即却卻厅压原去县参參又及反发取受变口"
    U"只召可台号司各合同名后向听告员命和品員問善單嚴四回因园围固国"
    U"國圍園土在地场址坚執培基堅報場境增壓声处复外多够夠大天太失头"
    U"奢女她好如委子存学學它安完官定实审宣室家容密察實審对导将將專"
    U"對導小少尔就局屆届屋展属屬山巡工巩差己已市师带師席帶常干平年"
    U"并幹幼幾广序应府度廉廣廳建开式张弱張強强当形彻很律後得從復徵"
    U"德徹心必态思性总息悟情想意感態應成我或战戰戶户房所手才打扛执"
    U"扶批技把投护报抽担拉拓拔招持指振挽损据採接控推措提損摆擔據擺"
    U"支收改放政效救教数整數文断斯新斷方於施无日时明易是時暗更書最"
    U"會月有服望期未本术机权村条来東板析林果查标校样核根格案档條检"
    U"業樂標樣機檔檢權次款正此死比民气氣水永求決沒没治況法活派测海"
    U"深清測源準点為無然照爭爾牢物特王环现班現理環生產用由甲申电界"
    U"當疗療登發白百的益监監目直相省看真眼眾着督知短码研确確碼社神"
    U"种科秘移稅程税種穀穫究空突立站章笔第筆等算管箱節範籤类精系紀"
    U"約納級索組結絡給統經維網線編縣總織繫繳續约级纪纳线组织经结给"
    U"络统续维编缴缺网罚罰署美群義習老考者而联聯聲聽股育能脫脱自至"
    U"臺與興舉色节范药萬落著薄藥處號行術街衛表被裏裡製複西要見規視"
    U"覺觀见观规视觉解訂計訓託記訟訪設許訴評話該認誡說調談請論證識"
    U"警議護變讓计订认让训议记许论讼设访证评识诉话该诫说请调谈象負"
    U"財貧貫責貿資質賬購负财责账质贫购贯贸资走起足距路身軍輓輪輸轉"
    U"转轮输辦農边达过运近还这进远违追退送选逐這通週進運過道達違遠"
    U"選還邊那邮部郵都鄉配醒醫采里重量金銀銷鎮鐵铁银销镇長长門開間"
    U"關门问间队防限院险隊險难集難零電非靡面鞏項預領頭題類项预领题"
    U"風颱风食養饋馈馬駐马驻體高鬆鬥麼點黨齊齐";

constexpr std::u32string_view common_marks = U"，。、；：（）《》“”？！—…·〔〕「」　";

constexpr char32_t han_begin = 0x4E00;
constexpr char32_t han_end = 0x9FFF;

/// Logarithms of how likely a character is where text is Chinese.
enum : int {
  weight_common = -68,
  weight_mark = -46,
  weight_ascii = -46,
  weight_level1 = -99,
  weight_han = -150,
  weight_symbol = -140,
  weight_stranger = -190,
  weight_control = -220,
  weight_fault = -260
};

const std::bitset<han_end - han_begin + 1>& common_set() {
  static const auto set = [] {
    std::bitset<han_end - han_begin + 1> s;
    for (const char32_t c : common_han) s.set(c - han_begin);
    return s;
  }();
  return set;
}

bool is_space(char32_t c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

class Sum {
 public:
  void add(char32_t c, bool level1) {
    ++out_.characters;
    if (c < 0x80) {
      const bool control = (c < 0x20 && !is_space(c)) || c == 0x7F;
      out_.controls += control ? 1 : 0;
      out_.ascii += control ? 0 : 1;
      weigh(control ? weight_control : weight_ascii);
    } else if (c >= han_begin && c <= han_end) {
      ++out_.han;
      const bool common = common_set()[c - han_begin];
      out_.common += common ? 1 : 0;
      weigh(common ? weight_common : level1 ? weight_level1 : weight_han);
    } else if (common_marks.find(c) != std::u32string_view::npos) {
      ++out_.marks;
      weigh(weight_mark);
    } else if ((c >= 0xFF01 && c <= 0xFF5E) || (c >= 0x2010 && c <= 0x266F) ||
               (c >= 0x3001 && c <= 0x303F)) {
      weigh(weight_symbol);
    } else {
      weigh(weight_stranger);
    }
  }
  void fault() {
    ++out_.characters;
    ++out_.faults;
    weigh(weight_fault);
  }
  Likelihood finish(std::size_t bytes) {
    out_.per_byte = bytes == 0 ? -100 : sum_ / static_cast<double>(bytes) / 10;
    return out_;
  }

 private:
  void weigh(int weight) { sum_ += weight; }

  Likelihood out_;
  double sum_ = 0;
};

unsigned char byte(std::string_view s, std::size_t i) { return static_cast<unsigned char>(s[i]); }

}  // namespace

Likelihood as_gb18030(std::string_view s) {
  Sum sum;
  std::size_t i = 0;
  while (i < s.size()) {
    const GbCharacter g = gb18030_at(s, i);
    if (g.bad && i + 4 > s.size()) break;  // a character cut at the very end is no evidence
    if (g.bad) {
      sum.fault();
    } else {
      sum.add(g.c,
              g.size == 2 && byte(s, i) >= 0xB0 && byte(s, i) <= 0xD7 && byte(s, i + 1) > 0xA0);
    }
    i += g.size;
  }
  return sum.finish(i);
}

Likelihood as_big5(std::string_view s) {
  Sum sum;
  std::size_t i = 0;
  const char32_t* const pairs = big5_pairs();
  while (i < s.size()) {
    const unsigned char a = byte(s, i);
    if (a < 0x80) {
      sum.add(a, false);
      ++i;
      continue;
    }
    if (i + 1 >= s.size()) break;
    const char32_t c = a > 0x80 && a < 0xFF ? pairs[(a - 0x81U) * 256 + byte(s, i + 1)] : 0;
    if (c == 0) {
      sum.fault();
      ++i;
    } else {
      sum.add(c, a >= 0xA4 && a <= 0xC6);
      i += 2;
    }
  }
  return sum.finish(i);
}

Likelihood as_utf16(std::string_view s, bool little) {
  Sum sum;
  std::size_t i = 0;
  for (; i + 1 < s.size(); i += 2) {
    const char32_t a = byte(s, i);
    const char32_t b = byte(s, i + 1);
    const char32_t u = little ? b << 8 | a : a << 8 | b;
    if (u >= 0xD800 && u < 0xE000) {
      sum.fault();
    } else {
      sum.add(u, u >= han_begin && u <= 0x9FA5);
    }
  }
  return sum.finish(i);
}

}  // namespace noticekit
