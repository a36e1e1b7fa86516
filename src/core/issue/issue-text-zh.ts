import type { IssueSentences } from "./issue-text.ts";

export const chinese: IssueSentences = {
  places: [
    "「{sheet}」{cell}（{column}）：",
    "「{sheet}」{cell}：",
    "「{sheet}」第 {row} 行（{column}）：",
    "「{sheet}」第 {row} 行：",
    "「{sheet}」（{column}）：",
    "「{sheet}」：",
  ],
  rowRefused: "该行未计入。",
  cellUnknown: "该单元格按未知处理。",
  sentences: {
    "not-a-workbook": {
      what: "文件不是工作簿[（{found}）]。",
      remedy: "请选择 .xlsx 文件；如由其他软件导出，请用 Excel 或 WPS 打开后另存为 .xlsx。",
    },
    encrypted: { what: "工作簿设有打开密码。", remedy: "请在 Excel 或 WPS 中取消打开密码，另存后重新导入。" },
    truncated: {
      what: "文件不完整或已损坏[（{found}）]。",
      remedy: "请重新复制或下载该文件，确认能在 Excel 或 WPS 中打开。",
    },
    "empty-file": { what: "文件是空的。", remedy: "请选择含有「企业」表的文件，或从空白模板开始填写。" },
    "unsupported-format": {
      what: "不支持这种文件格式[（{found}）]。",
      remedy: "请另存为 .xlsx[（可用格式：{expected}）]后重新导入。",
    },
    "zip-bomb": {
      what: "文件解压后异常庞大，已停止读取[（{found}）][，要求 {expected}]。",
      remedy: "请在 Excel 或 WPS 中打开，只把数据复制到新工作簿后导入；来源不明的文件不要使用。",
    },
    "too-large": {
      what: "文件超出可读取的规模[（{found}）][，要求 {expected}]。",
      remedy: "请删去无关的工作表和多余的空行、格式，或分成几个文件。",
    },
    "no-recognised-sheet": {
      what: "没有找到[「{expected}」]工作表。",
      remedy: "请至少提供一张含「统一社会信用代码」「企业名称」两列的企业表；可下载空白模板对照。",
    },
    "no-header": {
      what: "前 20 行内没有找到表头。",
      remedy: "请把列名放在一行内，至少含一个必填列，例如「统一社会信用代码」；可对照空白模板。",
    },
    "sheet-in-doubt": {
      what: "工作表按「{found}」读取，但列名同样符合[「{expected}」]。",
      remedy: "请在工作表名中写明所属的表，或在列对应中指定。",
    },
    "hidden-sheet": {
      what: "隐藏的工作表已照常读取。",
      remedy: "如不应计入，请从文件中删去，或在列对应中设为不读取。",
    },
    "layout-changed": {
      what: "表头与所用的列对应不同，已重新自动识别。",
      remedy: "请核对各列的识别结果，保存新的列对应。",
    },
    "sheet-ignored": {
      what: "工作表没有用到。",
      remedy: "如其中是名册数据，请把工作表名和列名改成与空白模板一致；否则不必处理。",
    },
    "column-ignored": {
      what: "列[「{found}」]没有用到。",
      remedy: "如需要这一列，请把列名改成与空白模板一致；否则不必处理。",
    },
    "duplicate-label": {
      what: "列[「{found}」]与前面的列[（{expected}）]含义相同，只读取前面一列。",
      remedy: "请删去或改名多余的一列，并确认保留的是正确的数据。",
    },
    "missing-required-column": {
      what: "缺少必填列「{expected}」，该表各行均不能计入。",
      remedy: "请补上「{expected}」列并填写。",
    },
    "missing-required-column/doing-without": {
      what: "缺少列「{expected}」。",
      remedy: "请补上「{expected}」列；缺这一列时，必须用到它的行不能计入，企业则只按代码列出。",
    },
    "absent-column-assumed": {
      what: "名册没有「{column}」列，全部企业按「{expected}」计算。",
      remedy: "如有企业不是「{expected}」，请补上「{column}」列并逐户填写。",
    },
    "unit-in-doubt": {
      what: "金额单位存疑[：注明的是「{found}」][，读取时按「{expected}」]。",
      remedy: "请在列名后注明单位，例如「总投资（万元）」，再重新导入。",
    },
    "unit-from-note": {
      what: "表上注明单位为「{found}」，没有写单位的金额列（如「{column}」）均按「{found}」读取，而不是[「{expected}」]。",
      remedy: "请确认；如个别列单位不同，请在列名后注明单位，或在列对应中指定。",
    },
    "mixed-units": {
      what: "该列混有不同单位的金额[：{found}][，列的单位为 {expected}]，写明单位的单元格按所写单位读取。",
      remedy: "请把整列改为同一单位。",
    },
    "unit-by-magnitude": {
      what: "该列按「{found}」读取，而整列金额的量级更像[{expected}]；没有改动。",
      remedy: "请核对单位：在列对应中改选单位，或在列名后注明单位，例如「营业收入（元）」；确实无误可不理会。",
    },
    "magnitude-slip": {
      what: "该列有[ {expected}]与同列其余的金额相差约一万倍[（首个为「{found}」）]，可能混用了元和万元；没有改动。",
      remedy: "请逐格核对，把整列改为同一单位。",
    },
    "blank-header": {
      what: "该列有数据而没有列名[（如「{found}」）]，没有读取。",
      remedy: "请补上列名，或在列对应中指定。",
    },
    "column-in-doubt": {
      what: "列「{column}」可能是[「{expected}」]，没有把握，没有读取。",
      remedy: "请在列对应中确认，或把列名改成与空白模板一致。",
    },
    "column-by-content": {
      what: "该列按内容认作「{expected}」：各单元格都通过校验位检验。",
      remedy: "请确认；如不是，请在列对应中改正。",
    },
    "hidden-column": {
      what: "隐藏的列已照常读取。",
      remedy: "如不应计入，请从工作表中删去，或在列对应中设为不读取。",
    },
    "missing-cell": {
      what: "必填项[「{expected}」]没有填写。",
      remedy: "请补填；金额确实为零的请填 0，空白不等于零。",
    },
    "type-error": {
      what: "[「{found}」]不能读作要求的内容[（{expected}）]。",
      remedy: "请改为[：{expected}，或]有效的值；不清楚的请留空。",
    },
    "type-error/taken": {
      what: "填写的内容[「{found}」]不完整[，按 {expected} 计]。",
      remedy: "请填写完整的值，例如 2023-05-29；如所取的值正确，不必处理。",
    },
    "not-in-list": { what: "[「{found}」]不在可选范围内。", remedy: "请改为其中之一[：{expected}]。" },
    "negative-value": { what: "数值[「{found}」]为负，要求 {expected}。", remedy: "请核对数值与正负号后改正。" },
    "cell-error": {
      what: "单元格是公式错误值[ {found}]。",
      remedy: "请修正该公式，或改填正确的值，保存后重新导入。",
    },
    "no-cached-value": {
      what: "公式没有已保存的计算结果。",
      remedy: "请用 Excel 或 WPS 打开该文件，重新计算并保存后再导入；或把公式改为数值。",
    },
    "damaged-code": {
      what: "代码[「{found}」]以数值保存，超过 15 位的数字已经丢失。",
      remedy: "请把该列设为文本格式，再从原始资料重新录入代码；仅改格式不能恢复。",
    },
    "implausible-value": {
      what: "数值[「{found}」]不合常理[（应当 {expected}）]，已按原值读取。",
      remedy: "请核对数值与单位（万元、元、亿元、人）。",
    },
    "code-check-digit": {
      what: "统一社会信用代码[「{found}」]不足或超过 18 位，或校验位不符，仍按原样计入。",
      remedy: "请对照营业执照核对代码。",
    },
    "repair-outdated": {
      what: "该单元格现为[「{found}」]，与认可修正时的「{expected}」不同，修正没有使用。",
      remedy: "请核对该单元格，重新确认修正。",
    },
    "blank-name": { what: "企业名称没有填写，按代码列出。", remedy: "请补填企业名称。" },
    "bad-date-order": {
      what: "日期先后不符[：{found}][，要求 {expected}]。",
      remedy: "请核对这两个日期，改正填反或填错的一个。",
    },
    "unique-error": {
      what: "[「{found}」]出现多次，且内容不同[（不同的列：{expected}）]。",
      remedy: "请核对后只保留正确的一行。",
    },
    "duplicate-row": {
      what: "与第 {expected} 行内容完全相同。",
      remedy: "请核对是否重复登记：企业表与担保表只计上面一行，其他表两行都计入；重复的请删去。",
    },
    "near-duplicate": {
      what: "企业名称[「{found}」]与另一行[（{expected}）]几乎相同而代码不同。",
      remedy: "请核对是否为同一企业；重复的请删去一行，代码填错的请改正。",
    },
    "near-code": {
      what: "代码[「{found}」]未通过校验，与另一行的代码[（{expected}）]只差一处笔误，可能是同一企业。",
      remedy: "请核对：同一企业的，请改正代码并删去一行；不是的，请改正代码。",
    },
    "repeated-header": {
      what: "重复的表头行，不作数据读取。",
      remedy: "不必处理，数据没有减少。",
    },
    "foreign-key": {
      what: "代码[「{found}」]不在「企业」表中。",
      remedy: "请在「企业」表中补上这家企业，或改正代码。",
    },
    "foreign-key/kept": {
      what: "代码[「{found}」]不在「企业」表中，该行保留；是否符合条件为未知。",
      remedy: "请在「企业」表中补上这家企业，或改正代码；确为名册以外主体的不必处理。",
    },
    "parent-refused": {
      what: "代码[「{found}」]对应的企业行没有计入，本行随之不计。",
      remedy: "请先改正「企业」表中该企业的问题。",
    },
    "totals-row-skipped": {
      what: "[「{found}」]是合计或说明，不作数据读取。",
      remedy: "不必处理；如这一行是数据，请补全代码等必填项。",
    },
    "hidden-row": {
      what: "有 {found} 个隐藏行，已照常计入。",
      remedy: "如隐藏行不应计入，请从工作表中删去后重新导入。",
    },
    "not-a-project": {
      what: "[「{found}」]不是策算的项目文件。",
      remedy: "请选择「保存项目文件」写出的 .cesuan 文件；名册请在名册页导入，情景文件请在情景页导入。",
    },
    "project-newer": {
      what: "项目文件[「{found}」]由较新的版本写出[（{expected}）]，本版本不能打开。",
      remedy: "请更新本软件，或用写出它的版本打开。",
    },
    "project-damaged": {
      what: "项目文件中的[「{found}」]缺失或已损坏[（{expected}）]，没有打开。",
      remedy: "请重新取得该文件，或打开较早保存的一份；当前的工作没有改变。",
    },
    "project-other-policy": {
      what: "该项目文件属于另一项政策[（{found}）]，没有打开。",
      remedy: "请用对应政策的页面打开。",
    },
    "project-part-unreadable": {
      what: "项目文件中的[「{found}」]不能采用[（{expected}）]，没有打开。",
      remedy: "请在写出它的版本中重新保存项目文件；当前的工作没有改变。",
    },
    "not-a-report": {
      what: "[「{found}」]里没有可以打开的参数：各表都没有「键」「值」两列。",
      remedy: "请选择本软件写出的报告，或由其「参数」表另存的文件。",
    },
    "other-policy": {
      what: "文件[属于另一政策「{found}」]，不是当前打开的[「{expected}」]。",
      remedy: "请先选用该政策再打开；命令行用 --policy 指明。",
    },
    "kept-scenario-unreadable": {
      what: "「运行记录」中的情景全文不能读取[（{found}）]，改按「参数」表的导出值打开；年度预算、种子和依据没有带回。",
      remedy: "请用未改动过「运行记录」的原报告；规则包不同的，请核对下列差异。",
    },
    "parameter-unreadable": {
      what: "「{column}」的值[「{found}」]不能采用，保留导出时的值。",
      remedy: "请改为允许的值[（{expected}）]，保存后重新打开。",
    },
    "unknown-parameter": {
      what: "现行规则没有键「{found}」，该行没有采用。",
      remedy: "请恢复「键」一列的原文；由其他版本写出的报告，请在页面上重新设定该项。",
    },
    "repeated-parameter": { what: "键「{found}」重复，采用前面的一行。", remedy: "请删去重复的行。" },
    "parameter-absent": {
      what: "文件里没有键「{found}」，保留导出时的值。",
      remedy: "请恢复被删去的行；由其他版本写出的报告，请核对该项。",
    },
    "fixed-cell-edited": {
      what: "「{found}」由政策文件决定，改动没有采用。",
      remedy: "请恢复原值；期限不同的政策须修改规则包。",
    },
    "size-class-differs": {
      what: "申报划型为「{found}」，按划型标准计算为「{expected}」；两者有一个不是大型，即视为中小微企业。",
      remedy: "请核对申报划型、行业代码、从业人员、营业收入和资产总额；申报划型可能是触发日当时的划型。",
    },
    "industry-uncovered": {
      what: "行业代码[「{found}」]在划型标准中没有确定的对应行业，暂按「{expected}」划型。",
      remedy: "请核对行业代码（GB/T 4754-2017，最好填到中类或小类），或填写申报划型加以确认。",
    },
    "industry-uncovered/undecided": {
      what: "行业代码[「{found}」]不足以判断适用哪一项划型标准，划型未知。",
      remedy: "请填写到中类或小类的行业代码（GB/T 4754-2017），或填写申报划型。",
    },
    "title-expiry-unknown": {
      what: "称号没有到期日期，用到它的日期上是否有效为未知。",
      remedy: "请补填到期日期。",
    },
    "possible-double-deduction": {
      what: "已兑付金额[ {found}]可能重复扣减：同一条款在基准日前另有已登记的事项。",
      remedy: "「已兑付」各列只填名册之外事项的兑付；名册内事项的兑付请记入「拨付台账」。",
    },
    "listing-without-acceptance": {
      what: "境内上市填有上市日期[（{found}）]而没有上市受理日期，受理阶段的支持未计入。",
      remedy: "请补填上市受理日期；如无受理阶段，不必处理。",
    },
    "contradictory-move": {
      what: "迁出日期[ {found}]不晚于迁入日期[ {expected}]，各日是否驻区均为未知。",
      remedy: "请核对迁入日期和迁出日期；迁出后又迁回的，迁出日期应留空。",
    },
    "rent-missing": {
      what: "符合创业房租补助的其他条件，但年房租没有填写，没有计算金额。",
      remedy: "请补填年房租。",
    },
    "contribution-unknown": {
      what: "缺少[ {expected} ]区级综合贡献，奖励未按综合贡献封顶。",
      remedy: "请补填触发年度上一年的区级综合贡献；确实没有贡献的请填 0。",
    },
    "guarantee-title-unknown": {
      what: "担保起始日借款人的专精特新称号是否有效未知，按一般单项上限计算。",
      remedy: "请补填称号的认定日期和到期日期。",
    },
    "isolated-as-of": {
      what: "基准日取自这个最晚的日期[（{found}）]，但它远晚于其他日期。",
      remedy: "请核对该日期；如有误请改正，也可在情景中直接设定基准日。",
    },
    "future-as-of": {
      what: "基准日取自这个日期[（{found}）]，而它晚于今天。",
      remedy: "请核对该日期；如有误请改正，也可在情景中直接设定基准日。",
    },
    "large-today": {
      what: "企业现为大型，已登记的事项按不符合条件计算[（涉及 {found}）]。",
      remedy: "如事项发生当日企业不是大型，请在「申报划型」填写当日的划型。",
    },
    "eligibility-unknown": {
      what: "是否符合[{expected}]条件未知，[{found} ]列入待核实。",
      remedy: "请补填本行和该企业空白或不能读取的条件列，例如划型、区内注册、区内纳税、独立核算。",
    },
  },
};
