#!/usr/bin/env python3
"""Every check of the audit is shown to fire and not to fire, on notices of our own.

notice.txt is a notice at which no check that applies finds anything. Each change below spoils it in one way, and then
the check of that name must fire. Checks of the folder have folders of their own.
"""
import json
import os
import subprocess
import sys
import tempfile

here = os.path.dirname(os.path.abspath(__file__))
notice = open(os.path.join(here, 'notice.txt'), encoding='utf-8').read()
FIRST = '一是修订《青禾镇现金管理办法》（青发〔2024〕12号），规定单笔1000元以上一律转账。二是清理现金支付凭证310张，追缴违规领取的现金1.2万元。该问题已完成整改。'
LAST = '一是为11个支部制定主题党日计划表，2024年8月以来已开展主题党日活动22次。二是由组织办每季度抽查主题党日记录本，已抽查2轮。该问题正在整改。'
CLOSING = notice[notice.index('　　欢迎广大'):notice.index('\n\n中共云岭县')]
TOTALS = '县委第二巡察组反馈的2个方面4个问题，镇党委制定整改措施8项。截至2024年9月底，已完成整改3个，正在整改1个，整改完成率75%。'
SECOND_GROUP = notice[notice.index('　　（二）关于基层'):notice.index('　　三、下一步')]
FINDINGS = (notice[notice.index('　　二、'):notice.index('　　三、下一步')], '')

changes = {
    'count.findings_mismatch': ('2个方面4个问题', '2个方面7个问题'),
    'count.aspects_mismatch': ('2个方面4个问题', '5个方面4个问题'),
    'count.measures_mismatch': ('整改措施8项', '整改措施9项'),
    'count.status_sum': ('正在整改1个', '正在整改2个'),
    'count.rate': ('完成率75%', '完成率85%'),
    'count.part_over_whole': ('老街门面15间、', '老街门面25间、'),
    'count.claims_conflict': ('一是继续整改未完成的问题。', '反馈的6个问题要一抓到底。一是继续整改。'),
    'count.no_totals': (TOTALS, ''),
    'count.residual_unidentified': ('已抽查2轮。该问题正在整改。', '已抽查2轮。'),
    'cover.no_findings': FINDINGS,
    'cover.no_measures': (LAST, '整改成效：主题党日按月开展。'),
    'cover.no_result': (LAST, '一是制定主题党日计划表。二是由组织办每季度抽查主题党日记录本。'),
    'cover.completed_no_evidence': (FIRST, '整改状态：已完成'),
    'cover.group_facet_unanswered': ('（二）关于基层党组织建设方面', '（二）关于支部活动不经常，招商引资承诺未兑现方面'),
    'cover.response_off_target': ('针对“大额现金支付较多”的问题', '针对“粮库虫害防治拖沓”的问题'),
    'substance.boilerplate_only': (LAST, '一是高度重视，认真对待。二是统一思想，凝聚共识。该问题正在整改。'),
    'substance.no_verifiable': (LAST, '一是高度重视，认真对待。二是统一思想，凝聚共识。该问题正在整改。'),
    'substance.recovery_no_amount': ('追缴违规领取的现金1.2万元', '对违规领取的现金予以追缴'),
    'substance.accountability_no_number': ('对2名收缴不力的工作人员批评教育2人', '公示后。对收缴不力的人员进行了批评教育'),
    'substance.rebuttal': ('举办档案员培训班2期，86人参加', '受历史原因影响，举办档案员培训班2期'),
    'substance.backfilled_records': ('更换破损档案袋37个', '补齐缺失的入党材料37份'),
    'substance.future_only': (LAST, '一是拟于年底制定主题党日计划表。二是下一步由组织办抽查记录本。'),
    'date.order': ('2024年5月20日，', '2024年4月20日，'),
    'date.overdue_publication': ('2024年10月18日', '2025年1月18日'),
    'date.feedback_lag': ('2024年5月20日，', '2024年8月20日，'),
    'date.action_before_inspection': ('清理现金支付凭证310张', '2023年11月8日清理现金支付凭证310张'),
    'date.damaged': ('镇党委召开专题会议5次', '202年6月日镇党委召开专题会议5次'),
    'date.yearless': ('镇党委召开专题会议5次', '6月3日镇党委召开专题会议5次'),
    'element.missing_title': (notice.splitlines(True)[0], ''),
    'element.missing_signature': ('\n\n中共云岭县青禾镇委员会\n', '\n\n'),
    'element.missing_date': ('\n2024年10月18日\n', '\n'),
    'element.missing_contact': (CLOSING, '　　欢迎广大干部群众对巡察整改落实情况进行监督。'),
    'element.contact_form': ('0599-5550134', '55501345'),
    'element.round_type_unknown': [('十三届县委第三轮巡察', '县委巡察'), ('常规巡察', '巡察')],
    'element.body_mismatch': ('第三轮巡察整改', '第三轮巡察社区综合情况整改'),
    'structure.level_skip': [('　　1.针对', '　　（1）针对'), ('　　2.针对', '　　（2）针对')],
    'structure.numbering_restart': ('　　2.针对“主题党日', '　　4.针对“主题党日'),
    'structure.enumerator_gap': ('二是举办档案员', '三是举办档案员'),
    'structure.single_child': ('　　2.针对“主题党日次数不足”的问题。' + LAST + '\n', ''),
    'dup.intra': [(LAST, '一是对412份党员档案逐份核对，更换破损档案袋37个。二是举办档案员培训班2期，86人参加。该问题正在整改。')],
    'ref.no_number': ('（青发〔2024〕12号）', ''),
    'ref.number_form': ('青发〔2024〕12号', '青发[2024]第12号'),
    'ref.none': ('《青禾镇现金管理办法》（青发〔2024〕12号）', '现金管理办法'),
    'pii.named_negative': ('“党员档案不完整”', '“站长何秋棠，未登记党员档案”'),
    'pii.named_private': ('举办档案员培训班2期', '涌现出何秋棠楼栋长等典型，举办培训班2期'),
    'pii.id_phone_bank': ('举办档案员培训班2期', '举办档案员培训班（手机13800005550）2期'),
    'pii.personal_mailbox': ('qhz@example.gov.cn', '55501340@qq.com'),
    'text.typo': ('该问题已完成整改', '该问题己经完成整改'),
    'text.halfwidth': ('逐份核对，', '逐份核对,'),
    'text.layout_damage': ('镇党委召开专题会议5次，成立', '镇党委召开专题会议5次，\n成立'),
    'text.term_inconsistent': [('青禾镇委员会', '青禾街道工作委员会'), ('镇党委召开', '党委书记召开')],
}

def spoil(check):
    text = notice
    pairs = changes[check]
    for old, new in pairs if isinstance(pairs, list) else [pairs]:
        assert old in text, (check, old)
        text = text.replace(old, new)
    return text


def verdicts(folder, *options):
    extract = subprocess.Popen(['notice-extract', folder], stdout=subprocess.PIPE)
    classify = subprocess.Popen(['notice-classify'], stdin=extract.stdout, stdout=subprocess.PIPE)
    out = subprocess.run(['notice-report', 'audit', '--verdicts', '--format', 'jsonl', '--lang', 'en', *options],
                         stdin=classify.stdout, capture_output=True, check=True, text=True).stdout
    extract.wait()
    classify.wait()
    return {(r['source'], r['check']): r['verdict'] for r in map(json.loads, out.splitlines())}


def folder_of(files):
    folder = tempfile.mkdtemp()
    for name, text in files.items():
        with open(os.path.join(folder, name), 'w', encoding='utf-8') as f:
            f.write(text)
    return folder


faults = []


def expect(what, got, wanted):
    if got != wanted:
        faults.append(f'{what}: {got}, not {wanted}')


# One notice a folder's file: dup.inter and the like see copies, so only checks of single notices are looked at here.
got = verdicts(folder_of({'notice.txt': notice, **{c + '.txt': spoil(c) for c in changes}}))
catalogue = {check for source, check in got if source == 'notice.txt'}
for check in sorted(catalogue):
    if check.startswith('corpus.') or check == 'dup.inter':
        continue
    expect(f'{check} on the good notice', got['notice.txt', check], 'clear')
    if check not in changes:
        faults.append(f'{check}: no change here makes it fire')
    else:
        expect(f'{check} on its change', got[check + '.txt', check], 'fires')

# The folder.
other = (notice.replace('青禾', '白榆').replace('现金', '采购').replace('门面租金', '工程尾款')
         .replace('第二巡察组', '第五巡察组'))
alone = verdicts(folder_of({'a.txt': notice}))
copies = verdicts(folder_of({'a.txt': notice, 'b.txt': notice}))
expect('duplicate_document alone', alone['a.txt', 'corpus.duplicate_document'], 'clear')
expect('duplicate_document', copies['b.txt', 'corpus.duplicate_document'], 'fires')
expect('duplicate_document, the first', copies['a.txt', 'corpus.duplicate_document'], 'clear')
near = verdicts(folder_of({'a.txt': notice, 'b.txt': other}))
expect('dup.inter alone', alone['a.txt', 'dup.inter'], 'clear')
expect('dup.inter', near['b.txt', 'dup.inter'], 'fires')
same_round = notice.replace('青禾', '白榆')
conflict = verdicts(folder_of({'a.txt': notice, 'b.txt': same_round.replace('2024年3月4日', '2024年3月11日')}))
agree = verdicts(folder_of({'a.txt': notice, 'b.txt': same_round}))
expect('round_conflict alone', alone['a.txt', 'corpus.round_conflict'], 'not_applicable')
expect('round_conflict', conflict['b.txt', 'corpus.round_conflict'], 'fires')
expect('round_conflict, same dates', agree['b.txt', 'corpus.round_conflict'], 'clear')
later = notice.replace('2024年', '2026年').replace('第三轮', '第六轮')
repeat = verdicts(folder_of({'a.txt': notice, 'b.txt': later}))
expect('repeat_finding', repeat['b.txt', 'corpus.repeat_finding'], 'fires')
expect('repeat_finding, the first', repeat['a.txt', 'corpus.repeat_finding'], 'not_applicable')
expect('repeat_finding, other units', agree['b.txt', 'corpus.repeat_finding'], 'not_applicable')
hollow = notice.replace('正在整改1个，', '').replace('整改3个', '整改4个').replace('75%', '100%').replace(
    LAST, '一是高度重视，认真对待。二是统一思想，凝聚共识。')
hollow_names = '松柏桂'
outlier = verdicts(folder_of({'a.txt': notice, **{f'{n}.txt': notice.replace('青禾', n + '林') for n in hollow_names},
                              'z.txt': hollow}))
expect('completion_outlier', outlier['z.txt', 'corpus.completion_outlier'], 'fires')
expect('completion_outlier, others', outlier['a.txt', 'corpus.completion_outlier'], 'clear')
expect('completion_outlier alone', alone['a.txt', 'corpus.completion_outlier'], 'not_applicable')
# A summary of a round, which has totals and no findings of its own: the totals of its units must add up to it.
summary = '''中共云岭县委巡察办关于十三届县委第三轮巡察整改情况的通报
　　根据县委统一部署，2024年3月4日至2024年4月26日，十三届县委第三轮巡察对2个单位党组织开展了常规巡察。
　　本轮巡察共反馈问题{}个，截至2024年9月底，已完成整改6个，正在整改2个。

中共云岭县委巡察工作领导小组办公室
2024年11月18日
'''
units = {'a.txt': notice, 'b.txt': notice.replace('青禾', '白榆')}
for words, files, stated, verdict in (('', units, 9, 'fires'), (', right', units, 8, 'clear'),
                                      (', a unit missing', {'a.txt': notice}, 9, 'not_applicable')):
    got = verdicts(folder_of({**files, 's.txt': summary.format(stated)}))
    expect('sum_vs_round' + words, got['s.txt', 'corpus.sum_vs_round'], verdict)
    expect('sum_vs_round, a unit' + words, got['a.txt', 'corpus.sum_vs_round'], 'not_applicable')
roster = tempfile.NamedTemporaryFile('w', encoding='utf-8', suffix='.txt')
roster.write('# 本轮单位\n青禾镇党委\n乌桕镇党委\n')
roster.flush()
extract = subprocess.Popen(['notice-extract', os.path.join(here, 'notice.txt')], stdout=subprocess.PIPE)
missing = subprocess.run(['notice-report', 'audit', '--format', 'jsonl', '--roster', roster.name, '--enable',
                          'corpus.roster_missing'], stdin=extract.stdout, capture_output=True, check=True,
                         text=True).stdout
extract.wait()
expect('roster_missing', [json.loads(line)['inspected_body'] for line in missing.splitlines()], ['乌桕镇党委'])

for fault in faults:
    print(fault)
sys.exit(1 if faults else 0)
