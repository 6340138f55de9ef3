#!/usr/bin/env python3
"""The briefing in a real browser: headless Chromium over its debugging pipe. No error, nothing loaded from elsewhere,
nothing wider than the window, legible in light and dark; filter, sort and a finding opened by real clicks and keys; the
same page readable without JavaScript. With our samples and with 2,000 findings. Without Chromium: skipped (77).
SCREENSHOTS=FOLDER keeps pictures of every form."""
import base64
import json
import os
import shutil
import subprocess
import sys
import tempfile

here = os.path.dirname(os.path.abspath(__file__))
samples = os.path.join(here, "..", "..", "samples")
browser = next((b for b in ("chromium", "chromium-browser", "google-chrome") if shutil.which(b)), None)
if browser is None:
    print("no Chromium here: the page was not looked at")
    sys.exit(77)
FORMS = [("phone", 390, 844, "light"), ("phone", 390, 844, "dark"), ("desk", 1280, 900, "light"), ("desk", 1280, 900, "dark")]


class Browser:
    def __init__(self, profile):
        to_read, self.to = os.pipe()
        self.back, from_write = os.pipe()

        def wire():  # the browser reads commands from 3 and writes answers to 4
            a, b = os.dup(to_read), os.dup(from_write)
            os.dup2(a, 3)
            os.dup2(b, 4)

        self.process = subprocess.Popen(
            [browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
             "--disable-dev-shm-usage", "--user-data-dir=" + profile, "--remote-debugging-pipe"],
            preexec_fn=wire, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(from_write)
        self.number, self.events, self.buffer, self.session = 0, [], b"", None
        self.target = None

    def message(self):
        while b"\0" not in self.buffer:
            part = os.read(self.back, 1 << 16)
            if not part:
                raise SystemExit("the browser ended")
            self.buffer += part
        one, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(one)

    def call(self, method, **params):
        self.number += 1
        request = {"id": self.number, "method": method, "params": params}
        if self.session:
            request["sessionId"] = self.session
        os.write(self.to, json.dumps(request).encode() + b"\0")
        while True:
            answer = self.message()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise SystemExit("%s: %s" % (method, answer["error"]))
                return answer["result"]
            self.events.append(answer)

    def open(self, path, script=True):
        old, self.session = self.target, None
        self.target = self.call("Target.createTarget", url="about:blank")["targetId"]
        if old:  # pages left open would go on taking memory and time
            self.call("Target.closeTarget", targetId=old)
        self.session = self.call("Target.attachToTarget", targetId=self.target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(domain + ".enable")
        self.call("Emulation.setScriptExecutionDisabled", value=not script)
        self.events = []
        self.call("Page.navigate", url="file://" + path)
        while not any(e.get("method") == "Page.loadEventFired" for e in self.events):
            self.events.append(self.message())

    def form(self, width, height, scheme):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 500)
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def value(self, expression):
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise SystemExit("%s: %s" % (expression, result["exceptionDetails"]))
        return result["result"].get("value")

    def click(self, selector):
        place = self.value("(() => { const e = document.querySelector(%s); e.scrollIntoView({block: 'center'});"
                           " const r = e.getBoundingClientRect(); return [r.x + Math.min(r.width / 2, 60), r.y + r.height / 2]; })()"
                           % json.dumps(selector))
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left", clickCount=1)

    def key(self, name, code):
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=name, code=name, windowsVirtualKeyCode=code)

    def faults(self):
        """What the page complained of, and what it tried to load."""
        out = []
        for e in self.events:
            method, params = e.get("method", ""), e.get("params", {})
            if method in ("Runtime.exceptionThrown", "Log.entryAdded", "Runtime.consoleAPICalled"):
                out.append(json.dumps(params)[:300])
            elif method == "Network.requestWillBeSent" and not params["request"]["url"].startswith("file://"):
                out.append("loads " + params["request"]["url"])
        return out

    def picture(self, name):
        folder = os.environ.get("SCREENSHOTS")
        if folder:
            data = self.call("Page.captureScreenshot", format="png")["data"]
            with open(os.path.join(folder, name + ".png"), "wb") as out:
                out.write(base64.b64decode(data))

    def end(self):
        self.session = None
        self.call("Browser.close")
        self.process.wait(timeout=30)


# Least contrast of text to what is behind it, over the elements that have words of their own. WCAG 2.1, AA: 4.5.
CONTRAST = """(() => {
  const rgb = s => { const m = s.match(/[\\d.]+/g).map(Number); return m.length < 4 || m[3] > 0 ? m.slice(0, 3) : null; };
  const lum = c => c.map(v => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; })
    .reduce((s, v, i) => s + v * [.2126, .7152, .0722][i], 0);
  let worst = [99, ""];
  const seen = new Set();
  for (const e of document.querySelectorAll("body *")) {
    const own = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
    if (!own || e.closest("script, title, desc")) continue;
    const style = getComputedStyle(e);
    const svg = e instanceof SVGElement;
    const ink = rgb(svg ? style.fill : style.color);
    let behind = null;
    for (let p = e; p && !behind; p = p.parentElement) behind = rgb(getComputedStyle(p).backgroundColor);
    behind = behind || [255, 255, 255];
    const kind = ink + "/" + behind;
    if (seen.has(kind) || !ink) continue;
    seen.add(kind);
    const [a, b] = [lum(ink), lum(behind)].sort((x, y) => y - x);
    const ratio = (a + .05) / (b + .05);
    if (ratio < worst[0]) worst = [ratio, e.tagName + "." + e.className + " " + kind];
  }
  return worst; })()"""
SHOWN = "[...document.querySelector('#ledger-table').tBodies[0].rows].filter(r => !r.hidden && r.offsetHeight > 0).length"
FIRST = "document.querySelector('#ledger-table').tBodies[0].rows[0].id"

failures = []


def check(what, good, more=""):
    if not good:
        failures.append(what)
        print("FAILED:", what, more)


def look(b, name, path, findings, forms):
    for form, width, height, scheme in forms:
        b.open(path)
        b.form(width, height, scheme)
        label = "%s, %s, %s" % (name, form, scheme)
        check(label + ": errors", not b.faults(), b.faults()[:3])
        check(label + ": wider than the window", b.value("document.documentElement.scrollWidth <= innerWidth"))
        worst = b.value(CONTRAST)
        check(label + ": contrast", worst[0] >= 4.5, worst)
        check(label + ": findings", b.value(SHOWN) == findings, b.value(SHOWN))
        b.picture("%s-%s-%s" % (name, form, scheme))
        b.value("document.querySelector('#ledger').scrollIntoView()")
        b.picture("%s-%s-%s-ledger" % (name, form, scheme))


def use(b, name, path, findings, words, hits):
    b.open(path)
    b.form(1280, 900, "light")
    b.click("#filter input")
    b.call("Input.insertText", text=words)
    check(name + ": filter by words", b.value(SHOWN) == hits, b.value(SHOWN))
    check(name + ": says how many", str(hits) in b.value("document.querySelector('#filter output').textContent"))
    b.click("#filter button")
    b.value("new Promise(r => setTimeout(r, 50))")
    check(name + ": filter cleared", b.value(SHOWN) == findings, b.value(SHOWN))
    b.value("document.querySelector('#filter select[name=state]').focus()")
    b.key("ArrowDown", 40)
    wanted = b.value("document.querySelector('#filter select[name=state]').value")
    of_state = b.value("document.querySelectorAll('tr[data-state=\"%s\"]').length" % wanted)
    check(name + ": a state chosen by keyboard", wanted != "" and b.value(SHOWN) == of_state, wanted)
    b.click("#filter button")
    b.value("new Promise(r => setTimeout(r, 50))")
    first = b.value(FIRST)
    b.click("#ledger-table th:first-child button")
    b.click("#ledger-table th:first-child button")
    check(name + ": sorted downwards", b.value(FIRST) == "f%d" % findings, b.value(FIRST))
    check(name + ": and says so", b.value("document.querySelector('#ledger-table th').getAttribute('aria-sort')") == "descending")
    b.click("#ledger-table th:first-child button")
    check(name + ": sorted upwards", b.value(FIRST) == first)
    b.click("#f1 summary")
    check(name + ": opened", b.value("document.querySelector('#f1 details').open && document.querySelector('#f1 mark').offsetHeight > 0"))
    b.picture(name + "-opened")
    check(name + ": errors while used", not b.faults(), b.faults()[:3])
    headings = b.value("[...document.querySelectorAll('h1,h2')].map(h => h.tagName).join('')")
    check(name + ": one h1, then h2", headings.startswith("H1H2") and headings.count("H1") == 1, headings)
    check(name + ": charts without words", b.value(
        "[...document.querySelectorAll('svg[role=img]')].every(s => s.querySelector('title').textContent && s.querySelector('desc').textContent)"))
    check(name + ": fields without labels", b.value("[...document.querySelectorAll('input,select')].every(f => f.labels.length === 1)"))


def plain(b, name, path, findings):
    b.open(path, script=False)
    b.form(1280, 900, "light")
    # Evaluation from outside still works; the page's own script does not.
    check(name + ": without JavaScript all findings", b.value(SHOWN) == findings, b.value(SHOWN))
    check(name + ": without JavaScript no dead filter", b.value("document.querySelector('#filter').offsetHeight") == 0)


def make(work, name, command):
    path = os.path.join(work, name + ".html")
    subprocess.run(command + " | notice-classify | notice-report briefing -o " + path, shell=True, check=True)
    return path


def many(work):
    folder = os.path.join(work, "many")
    os.mkdir(folder)
    for n in range(100):
        lines = ["中共石桥第%d村支部委员会关于巡察整改进展情况的通报" % n,
                 "根据县委统一部署，2031年3月1日至4月20日，县委第二巡察组对石桥第%d村党支部进行了巡察。2031年6月8日，反馈了巡察意见。" % n,
                 "一、反馈问题整改情况"]
        for i in range(20):
            lines += ["%d.第%d项台账更新不及时。" % (i + 1, i + 1),
                      "整改情况：一是补记台账%d册；二是明确%s专管。已完成整改。" % (n + i + 2, "甲乙丙丁戊"[i % 5])]
        with open(os.path.join(folder, "n%03d.txt" % n), "w", encoding="utf-8") as out:
            out.write("\n".join(lines) + "\n")
    return folder


with tempfile.TemporaryDirectory() as work:
    few = make(work, "samples", "notice-extract %s/*/*.txt" % samples)
    lot = make(work, "many", "notice-extract " + many(work))
    b = Browser(os.path.join(work, "profile"))
    try:
        for name, path, findings, words in (("samples", few, None, "会议"), ("many", lot, 2000, "补记台账１００册")):
            text = open(path, encoding="utf-8").read()
            rows = text.count('<tr id="f')
            check(name + ": rows", rows == (findings or rows) and rows > 10, rows)
            b.open(path)
            b.form(1280, 900, "light")
            hits = b.value("[...document.querySelectorAll('#ledger-table tbody tr')].filter(r => r.textContent.includes(%s)).length"
                           % json.dumps(words.translate({0xFF10 + d: str(d) for d in range(10)})))
            check(name + ": the words stand somewhere and not everywhere", 0 < hits < rows, hits)
            look(b, name, path, rows, FORMS if findings is None else FORMS[1:3])
            use(b, name, path, rows, words, hits)
            plain(b, name, path, rows)
            print("%s: %d findings, %d kB" % (name, rows, len(text.encode()) // 1000))
    finally:
        b.end()
sys.exit(1 if failures else 0)
