"""Makes documents of other formats from plain text, for the tests beside this file."""
import html
import io
import re
import zipfile

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DIGITS = "一二三四五六七八九十"


def page(lines, title, encoding="utf-8", declared=None):
    """A made-up government page around the lines; the title, where there is one, is its headline."""
    body = []
    rows = []
    for line in lines + [""]:
        if "\t" in line:
            rows.append(line)
            continue
        if rows:
            body.append("<table class=\"MsoTableGrid\" border=1><tbody>" + "".join(
                "<tr>" + "".join("<td><p><span>%s</span></p></td>" % html.escape(c) for c in r.split("\t")) + "</tr>"
                for r in rows) + "</tbody></table>")
            rows = []
        if line:
            half = len(line) // 2
            body.append("<p style=\"text-indent:2em\"><span style=\"font-size:16pt\">&nbsp;&nbsp;%s<span lang=EN-US>%s</span></span></p>"
                        % (html.escape(line[:half]), html.escape(line[half:])))
    head = "<h1 class=\"xl_title\">%s</h1>" % "<br/>".join(html.escape(t) for t in title) if title else ""
    name = "".join(title) or "公示"
    return ("""<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=%s">
<title>%s_某县人民政府</title><meta name="ArticleTitle" content="%s"><meta name="PubDate" content="2025-06-01 10:00">
<meta name="ContentSource" content="某办公室"><meta name="ColumnName" content="巡察整改"><script>if (1 < 2) { var a = "<p>x</p>"; }</script></head>
<body><div class="header"><a href="/">网站首页</a><a href="#">无障碍阅读</a></div>
<ul class="nav"><li><a href="#">政务公开</a></li><li><a href="#">办事服务</a></li></ul>
<div class="dqwz">您当前的位置：<a href="#">首页</a>&nbsp;&gt;&nbsp;<a href="#">巡察整改</a></div>
<div class="main">%s<div class="info"><span>发布时间：2025-06-01 10:00</span><span>来源：某办公室</span><span>浏览次数：<em>9</em></span>
<span>字体：【<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】</span></div>
<div class="bdsharebuttonbox"><a href="#">分享到：</a><a href="#">微信</a></div>
<div id="zoom"><div class="TRS_Editor">%s</div></div>
<div style="display:none">附件：无</div><p>上一篇：<a href="#">别处的通报</a></p><p>下一篇：<a href="#">没有了</a></p></div>
<div class="footer"><p>主办：某县人民政府办公室&nbsp;&nbsp;网站标识码：0000000000</p><p>联系电话：0555-5550000（仅受理网站建设事宜）</p></div>
</body></html>""" % (declared or encoding, html.escape(name), html.escape(name), head, "\n".join(body))).encode(encoding, "xmlcharrefreplace")


MARKERS = [(re.compile("^([一二三四五六七八九十]+)、"), "chineseCounting", "%1、"),
           (re.compile("^（([一二三四五六七八九十]+)）"), "chineseCounting", "（%2）"),
           (re.compile(r"^(\d+)\."), "decimal", "%3."),
           (re.compile(r"^（(\d+)）"), "decimal", "（%4）")]


def ordinal(s):
    if s.isdigit():
        return int(s)
    if "十" not in s:
        return DIGITS.index(s) + 1
    tens, ones = s.split("十")
    return (DIGITS.index(tens) + 1 if tens else 1) * 10 + (DIGITS.index(ones) + 1 if ones else 0)


def write(z, name, content):
    """The same bytes whenever it is written."""
    z.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


def docx(lines, tracked=True):
    """A DOCX whose numbers are Word's own; one of its paragraphs has a tracked change, where that is wanted."""
    counts = [0] * len(MARKERS)
    numbers = []  # further list instances: (level, start)
    automatic = 0
    body = []

    def paragraph(text, properties="", change=False):
        runs = "".join("<w:r><w:t xml:space=\"preserve\">%s</w:t></w:r>" % html.escape(text[i:i + 37]) for i in range(0, len(text), 37))
        deleted = "<w:del w:id=\"1\" w:author=\"x\"><w:r><w:delText>删去的字</w:delText></w:r></w:del>" if change else ""
        return "<w:p><w:pPr>%s</w:pPr>%s%s</w:p>" % (properties, deleted, runs)

    rows = []
    for line in lines + [""]:
        if "\t" in line:
            rows.append(line)
            continue
        if rows:
            body.append("<w:tbl>" + "".join("<w:tr>" + "".join("<w:tc>%s</w:tc>" % paragraph(c) for c in r.split("\t")) + "</w:tr>"
                                            for r in rows) + "</w:tbl>")
            rows = []
        if not line:
            continue
        number = 1
        for level, (pattern, _, _) in enumerate(MARKERS):
            found = pattern.match(line)
            if not found:
                continue
            n = ordinal(found.group(1))
            if counts[level] + 1 != n:
                numbers.append((level, n))
                number = len(numbers) + 1
            counts[level] = n
            counts[level + 1:] = [0] * (len(counts) - level - 1)
            automatic += 1
            properties = "<w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"%d\"/></w:numPr>" % (level, number)
            body.append(paragraph(line[found.end():], properties))
            break
        else:
            body.append(paragraph(line, change=tracked and len(body) == 2))
    levels = "".join("<w:lvl w:ilvl=\"%d\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/><w:suff w:val=\"nothing\"/><w:lvlText w:val=\"%s\"/></w:lvl>"
                     % (i, kind, text) for i, (_, kind, text) in enumerate(MARKERS))
    more = "".join("<w:num w:numId=\"%d\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"%d\"><w:startOverride w:val=\"%d\"/></w:lvlOverride></w:num>"
                   % (i + 2, level, start) for i, (level, start) in enumerate(numbers))
    numbering = ("<w:numbering %s><w:abstractNum w:abstractNumId=\"0\">%s</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>%s</w:numbering>"
                 % (WORD, levels, more))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        write(z, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                   "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                   "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
                   "<Override PartName=\"/word/numbering.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/></Types>")
        write(z, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
                   "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>")
        write(z, "word/_rels/document.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
                   "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering\" Target=\"numbering.xml\"/></Relationships>")
        write(z, "word/numbering.xml", numbering)
        write(z, "word/header1.xml", "<w:hdr %s><w:p><w:r><w:t>页眉不读</w:t></w:r></w:p></w:hdr>" % WORD)
        write(z, "word/comments.xml", "<w:comments %s><w:comment><w:p><w:r><w:t>批注不读</w:t></w:r></w:p></w:comment></w:comments>" % WORD)
        write(z, "word/document.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document %s><w:body>%s</w:body></w:document>" % (WORD, "".join(body)))
    return out.getvalue(), automatic
