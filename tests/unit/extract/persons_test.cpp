#include "extract/persons.hpp"

#include <catch2/catch.hpp>

#include "support/extracted.hpp"

using namespace noticekit;
using namespace noticekit::test;

namespace {

std::string names(std::string_view answer) {
  const Notice n = with_answer(answer);
  std::string out;
  for (const Person& p : n.persons) out += std::string(n.view(p.name)) + ";";
  return out;
}

}  // namespace

TEST_CASE("a name stands beside a post, also one that no list of given names holds") {
  CHECK(names("由党组书记陆砚舟牵头整改。") == "陆砚舟;");
  CHECK(names("原会计贺知秋等3人作出检查。") == "贺知秋;");
  CHECK(names("老支书范永根同志带头。") == "范永根;");
}

TEST_CASE("words after a post are no names") {
  CHECK(names("党组书记高度重视，主任方面落实责任。").empty());
  CHECK(names("成立由书记任组长的专班。").empty());
}

TEST_CASE("a name is closed by how often, in which order or how its owner acts") {
  CHECK(names("镇党委书记韩以默先后两次听取汇报。") == "韩以默;");
  CHECK(names("副镇长邵屿、梁若漪分别带队走访企业。") == "邵屿;梁若漪;");
  CHECK(names("支部书记宋满庭负总责，主任尤知微亲自督办。") == "宋满庭;尤知微;");
  CHECK(names("县长洪砚农负责，工会主席赖知秋参加。") == "洪砚农;赖知秋;");
}

TEST_CASE("units and things before a post or what is done are no names") {
  CHECK(names("责任部门负责人、分管股室负责人、机关科室干部到场。").empty());
  CHECK(names("有关企业负责人、相关班组负责人、主管处室干部到场。").empty());
  CHECK(names("村民常住户分别登记，居民周转房先后启用，职工文体队先后成立。").empty());
  CHECK(names("教师卫生健康检查先后开展，主任尤其重视，干部巩固成果。").empty());
  CHECK(names("督促各单位配齐安全总监。").empty());
  CHECK(names("让干部安心，请监管局的同志到场。").empty());
  CHECK(names("全县长期坚持，支部长效机制健全，主席团会议先后召开。").empty());
}

TEST_CASE("a name may stand behind the colon of a byline") {
  CHECK(names("村民代表岑有田对记者说。联系人：虞可安，电话略。") == "岑有田;虞可安;");
  CHECK(names("联系人：办公室，责任编辑：综合科。").empty());
}

TEST_CASE("a list of names shares the post before it") {
  CHECK(names("对居民王小明、张翠花、李大山追回补贴。") == "王小明;张翠花;李大山;");
  CHECK(names("对居民王小明、张翠花、贺知秋等3人追回补贴。") == "王小明;张翠花;贺知秋;");
  CHECK(names("向居民王小明、成立新班子、安全办和张家坡公布。") == "王小明;");
  CHECK(names("驾驶员岑有田、受益人虞可安，村会计范永根已退款。") == "岑有田;虞可安;范永根;");
}

TEST_CASE("a name of two characters is closed by what its owner does") {
  CHECK(names("副局长王芳牵头，主任柏安负责。") == "王芳;柏安;");
  CHECK(names("主任安全负责，党员全明白。").empty());
}

TEST_CASE("surnames of two characters") {
  CHECK(names("由党组书记欧阳砚舟牵头，主任司马清、诸葛明远负责。") == "欧阳砚舟;司马清;诸葛明远;");
  CHECK(names("对会计上官某某批评教育，欧阳砚舟同志作出检查。") == "上官某某;欧阳砚舟;");
  CHECK(names("党员司马清已退款。") == "司马清;");
}

TEST_CASE("a name between 由 or 对 and a post") {
  CHECK(names("由韩砚舟副局长牵头，对贺知微会计、王芳主任批评教育。") == "韩砚舟;贺知微;");
  CHECK(names("由王芳主任负责，对欧阳砚会计提醒谈话。") == "王芳;欧阳砚;");
  CHECK(names("由石桥村书记、管委会主任、常务副局长和分管副局长牵头，由高中校长负责。").empty());
  CHECK(names("由宁海县长带队，由单位主任、安监局长参加，对高龄党员、马家湾居民走访。").empty());
}

TEST_CASE("people of the place and whom to ask have names behind them, and none before") {
  CHECK(names("群众王小明（租户张翠花）已退款，联系人岑有田，信访人虞可安反映。") ==
        "王小明;张翠花;岑有田;虞可安;");
  CHECK(names("群众安全有序，群众方便，确定入党积极分子培养联系人并向实名反映人反馈。").empty());
}
