#!/usr/bin/env python3
"""The view `similar` on a folder made here: 200 notices, 30 of which hold passages of 25 to 400 characters copied from
others, some with words swapped or widths changed. Precision over all reported pairs, recall over copies of 40
characters and more. Then the reference texts, where they stand beside the checkout: no alarm on notices that are not
copied, and shares held against the exact five-letter values."""
import collections
import json
import os
import random
import subprocess
import sys
import tempfile

random.seed(20311)
PLACES = "云溪 枫渡 苇塘 鹿鸣 锦湖 望岫 沙柳 石桥 青禾 北垄 南屏 白鹭 松岗 梨园 银杏 竹溪 海棠 柳林 月河 东篱".split()
WHO = "党支部 村委会 社区工作站 办公室 财务室 综治中心 网格员 监委会 物业专班 妇联 工会 民政助理".split()
DID = "核对 更换 补记 张贴 清点 走访 修缮 登记 公示 归还 评议 排查 签订 移送 拆除 绿化 摸排 约见 汇总 抽查".split()
WHAT = "水表 路灯 台账 会议记录 集体林地 发票存根 花名册 健身器材 消防栓 排水沟 低保名单 公章 仓库 合同文本 停车棚 " \
       "捐款箱 考勤表 农机具 垃圾桶 应急物资 门牌 图书角 监控探头 残联补助 鱼塘租金 祠堂钥匙 宣传栏 值班日志".split()
HOW = "逐户 当场 分批 连夜 会同镇里 请第三方 按月 由老党员牵头 拍照留底后 征求住户意见后 对照清单 错时 随机 集中".split()
WHY = "因年久失修 因经办人离任 因搬迁时遗落 因口径不一 因无人值守 因汛期受潮 因租约到期 因台风损坏 因人手不足 因图纸不全".split()
THEN = "现已移交档案柜 已在村口亮相三周 住户签字认可 尾款当月结清 剩余两处列入来年 由会计复核无误 留存影像备查 " \
       "未再接到来电 旧件送往废品站 新规贴在门后 名单每季更新 钥匙由两人分管".split()
STOCK = ["支部书记主持召开专题会议研究部署整改工作并明确责任人和完成时限。", "坚持问题导向，逐条对照检查，确保反馈意见件件有着落、事事有回音。"]


# Names, things and turns that only one notice has: pairs of these.
RARE = "丁乃久习亭仓伞佑俭倪傅元兰冀刘利制勤包北升卢厚叶吉吴周咏唐善园坤埔堂墨夏奎姜孟宁安宋宗家富尹岚岩崔川左布帆帝广庄康廖建弘彭" \
       "律德志念恒慈成戴扬振捷敏施旭昌昭晋晓智曹朗术杜松林柏柯标梁楚樊欧武殷毕水汤沈河泉泰洋洛涛淮清湛源滨潘澄灵焦照燕牛狄玉王珍琪瑞甘田" \
       "申白皮盛石祁祝禄秀秦程稳窦章童竺简米紫纪纯绍罗翁翠聂胡腾良艾芮苏范茂荀莫菊萧葛蒋蓝蔡薛虎虞蜀袁裘褚解许谢谭贝贺赖赵路车辛迟邓邱郑" \
       "郝金钟铁闵阮陆陈隆雷霍韦韩项顾颜饶马骆高魏鲍鲁鸿麦黄黎齐龙".replace(" ", "")


def rare():
    return "".join(random.choice(RARE) for _ in range(random.randint(2, 3)))


def sentence():
    """Words that many notices use, never more than a dozen letters of them in a row."""
    parts = [random.choice(PLACES), rare(), random.choice(WHO), random.choice(WHY), rare(), "，", random.choice(HOW),
             random.choice(DID), random.choice(WHAT), rare(), str(random.randint(2, 97)), random.choice("处件份户册"), "，",
             random.choice(THEN), rare(), "，", random.choice(HOW), random.choice(DID), rare(), random.choice(WHAT), "。"]
    return "".join(parts)


def letters(text):
    return "".join(c for c in text if c.isalnum())


def passage(length):
    out = ""
    while len(letters(out)) < length:
        out += sentence()
    return out


def disguise(text, how):
    """A copy as people make it: other width, a word swapped every 40 characters or so."""
    if how == "width":
        table = {ord(a): b for a, b in zip("，。0123456789", ",.０１２３４５６７８９")}
        return text.translate(table)
    if how == "words":
        out, at = [], 0
        while at < len(text):
            step = random.randint(34, 46)
            piece = text[at:at + step]
            if len(piece) > 30:
                piece = piece[:18] + random.choice(["已经", "认真", "逐一", "均已"]) + piece[20:]
            out.append(piece)
            at += step
        return "".join(out)
    return text


class Unit:
    def __init__(self, n):
        self.place = random.choice(PLACES) + random.choice("东西南北上下前后") + "%d村" % n
        self.bodies = [passage(random.randint(60, 160)) for _ in range(5)]

    def text(self, stock=True):
        out = ["中共%s支部委员会关于巡察整改进展情况的通报" % self.place,
               "根据县委统一部署，2031年3月1日至4月20日，县委第二巡察组对%s党支部进行了巡察。2031年6月8日，县委第二巡察组反馈了巡察意见。"
               "按照党务公开原则和巡察工作有关要求，现将巡察整改进展情况予以公布。" % self.place,
               "一、组织落实情况", random.choice(STOCK) if stock else passage(30), "二、反馈问题整改情况"]
        for i, body in enumerate(self.bodies):
            out += ["%d.%s%s不到位。" % (i + 1, random.choice(WHAT), random.choice(DID)), "整改情况：" + (random.choice(STOCK) if stock else "") + body]
        out += ["欢迎广大干部群众对巡察整改落实情况进行监督。如有意见建议，请及时向我们反映。联系电话：010-5550%04d；电子邮箱：a@example.com。" % random.randint(0, 9999)]
        return "\n".join(out) + "\n"


def report(paths, *options):
    extract = subprocess.run(["notice-extract", *paths], stdout=subprocess.PIPE, check=True)
    made = subprocess.run(["notice-report", "similar", "--format", "jsonl", *options], input=extract.stdout,
                          stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in made.stdout.decode().splitlines()]


def name(source):
    return source.rsplit(":", 1)[0]


def generated(folder):
    units = [Unit(n) for n in range(200)]
    copies = []
    takers = random.sample(range(100, 200), 30)
    for k, taker in enumerate(takers):
        length = (25, 31, 40, 44, 60, 90, 150, 250, 320, 400)[k % 10]
        giver = random.randrange(0, 100)
        words = passage(length)
        while len(letters(words)) > length:
            words = words[:-1]
        how = ("plain", "width", "words")[k // 10]
        units[giver].bodies[random.randrange(5)] += words + "。"
        at = random.randrange(5)
        units[taker].bodies[at] += disguise(words, how) + "。"
        copies.append((giver, taker, length, how))
    for n, unit in enumerate(units):
        with open(os.path.join(folder, "u%03d.txt" % n), "w", encoding="utf-8") as out:
            out.write(unit.text())
    rows = report([folder])
    found = collections.defaultdict(list)
    for row in rows:
        found[tuple(sorted((name(row["source"]), name(row["other_source"]))))].append(row)
    true = {("u%03d.txt" % a, "u%03d.txt" % b): (length, how) for a, b, length, how in copies}
    right = [pair for pair in found if pair in true]
    wrong = [pair for pair in found if pair not in true]
    long_ones = [pair for pair, (length, _) in true.items() if length >= 40]
    hit = [pair for pair in long_ones if pair in found]
    precision = len(right) / max(1, len(found))
    recall = len(hit) / len(long_ones)
    print("generated: %d pairs found, precision %.3f, recall of 40 and more %.3f, of all %.3f"
          % (len(found), precision, recall, len(right) / len(true)))
    for pair in wrong:
        print("  not copied:", pair, found[pair][0]["words"])
    for pair in set(long_ones) - set(hit):
        print("  missed:", pair, true[pair])
    # Most of what was copied is told, not only that something was.
    told = [sum(r["letters"] for r in found[p]) / true[p][0] for p in hit]
    print("  told of the copied letters: least %.2f, mean %.2f" % (min(told), sum(told) / len(told)))
    return precision >= 0.98 and recall >= 0.95 and min(told) > 0.7 and sum(told) / len(told) < 1.2


def groups(folder):
    """One text that five units share is one group, whoever is compared with whom."""
    shared = passage(120)
    for n in range(12):
        unit = Unit(n)
        if n < 5:
            unit.bodies[1] += shared
        with open(os.path.join(folder, "g%02d.txt" % n), "w", encoding="utf-8") as out:
            out.write(unit.text(stock=False))
    rows = report([folder])
    numbers = {row["group"] for row in rows}
    units = {name(row[key]) for row in rows for key in ("source", "other_source")}
    print("groups: %s of %d documents" % (sorted(map(str, numbers)), len(units)))
    return numbers == {1} and units == {"g%02d.txt" % n for n in range(5)}


def references(shared):
    seeds = [os.path.join(shared, "seeds", f) for f in sorted(os.listdir(os.path.join(shared, "seeds")))]
    alarms = report(seeds)
    for row in alarms:
        print("  alarm:", row["words"])
    print("reference set: %d alarms" % len(alarms))
    pairs = os.path.join(shared, "peers", "laws")
    worst = 0.0
    for pair in json.load(open(os.path.join(pairs, "pairs.json"), encoding="utf-8")):
        files = [os.path.join(pairs, "pairs", "%02d_%s.txt" % (pair["pair"], side)) for side in "ab"]
        rows = [r for r in report(files) if r["both"] is not None]
        if not rows:
            print("  nothing found in pair", pair["pair"])
            worst = 1.0
            continue
        off = max(abs(rows[0]["both"] / 100 - pair["jaccard5"]), abs(rows[0]["share"] / 100 - pair["contain_a_in_b"]))
        if off > 0.02:
            print("  pair", pair["pair"], rows[0]["both"], rows[0]["share"], pair)
        worst = max(worst, off)
    print("law pairs: shares off by %.4f at most" % worst)
    return not alarms and worst <= 0.02


with tempfile.TemporaryDirectory() as work:
    for part in ("a", "b"):
        os.mkdir(os.path.join(work, part))
    good = [generated(os.path.join(work, "a")), groups(os.path.join(work, "b"))]
    shared = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "shared")
    if os.path.isdir(shared):
        good.append(references(shared))
    else:
        print("the reference texts are not beside this checkout: that part was not run")
sys.exit(0 if all(good) else 1)
