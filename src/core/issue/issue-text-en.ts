import type { IssueSentences } from "./issue-text.ts";

export const english: IssueSentences = {
  places: [
    "Sheet “{sheet}”, cell {cell} ({column}): ",
    "Sheet “{sheet}”, cell {cell}: ",
    "Sheet “{sheet}”, row {row} ({column}): ",
    "Sheet “{sheet}”, row {row}: ",
    "Sheet “{sheet}” ({column}): ",
    "Sheet “{sheet}”: ",
  ],
  rowRefused: " The row was left out.",
  cellUnknown: " The cell counts as unknown.",
  sentences: {
    "not-a-workbook": {
      what: "the file is not a workbook[ ({found})].",
      remedy: "Choose an .xlsx file; open an export of other software in Excel or WPS and save it as .xlsx.",
    },
    encrypted: {
      what: "the workbook needs a password to open.",
      remedy: "Remove the password in Excel or WPS, save, and import again.",
    },
    truncated: {
      what: "the file is incomplete or damaged[ ({found})].",
      remedy: "Copy or download the file again and make sure that it opens in Excel or WPS.",
    },
    "empty-file": {
      what: "the file is empty.",
      remedy: "Choose a file with a sheet 企业, or start from the blank template.",
    },
    "unsupported-format": {
      what: "this file format is not supported[ ({found})].",
      remedy: "Save the file as .xlsx[ (possible: {expected})] and import again.",
    },
    "zip-bomb": {
      what: "the file unpacks to an abnormal size, reading was stopped[ ({found})][; it must be {expected}].",
      remedy: "Open it in Excel or WPS and copy only the data to a new workbook; do not use a file of unknown origin.",
    },
    "too-large": {
      what: "the file is larger than can be read[ ({found})][; it must be {expected}].",
      remedy: "Delete sheets, empty rows and formats that are not needed, or split the file.",
    },
    "no-recognised-sheet": {
      what: "no sheet[ “{expected}”] was found.",
      remedy: "Provide a sheet of enterprises with at least 统一社会信用代码 and 企业名称; compare the blank template.",
    },
    "no-header": {
      what: "no header row was found in the first 20 rows.",
      remedy:
        "Put the column names in one row, with a required one such as 统一社会信用代码; compare the blank template.",
    },
    "sheet-in-doubt": {
      what: "the sheet was read as {found}, but its headers fit [{expected} ]as well.",
      remedy: "Name the table in the sheet's name, or set it in the mapping.",
    },
    "hidden-sheet": {
      what: "the hidden sheet was read like the others.",
      remedy: "If it should not count, delete it from the file or set it to unread in the mapping.",
    },
    "layout-changed": {
      what: "the header differs from the mapping in use; the sheet was recognised afresh.",
      remedy: "Check what the columns are read as and save the new mapping.",
    },
    "sheet-ignored": {
      what: "the sheet was not used.",
      remedy: "If it holds roster data, name sheet and columns as in the blank template; else there is nothing to do.",
    },
    "column-ignored": {
      what: "the column[ “{found}”] was not used.",
      remedy: "If it is needed, name it as in the blank template; else there is nothing to do.",
    },
    "duplicate-label": {
      what: "the column[ “{found}”] means the same as an earlier one[ ({expected})]; only the earlier one is read.",
      remedy: "Delete or rename one of the two, and make sure that the right data stay.",
    },
    "missing-required-column": {
      what: "the required column {expected} is missing, so no row of the table can be taken.",
      remedy: "Add the column {expected} and fill it in.",
    },
    "missing-required-column/doing-without": {
      what: "the column {expected} is missing.",
      remedy: "Add {expected}: without it, rows that need it are left out, and enterprises are listed by code only.",
    },
    "absent-column-assumed": {
      what: "the roster has no column {column}; every enterprise is taken as “{expected}”.",
      remedy: "If that is wrong for some, add the column {column} and fill it in for each enterprise.",
    },
    "unit-in-doubt": {
      what: "the unit is in doubt[: {found} is stated][, {expected} was read].",
      remedy: "Write the unit into the header, for example 总投资（万元）, and import again.",
    },
    "unit-from-note": {
      what: "a note above the table states the unit {found}: amounts without a unit of their own (such as {column}) are read in {found}[, not {expected}].",
      remedy: "Confirm; where a column has another unit, write it behind its header or set it in the mapping.",
    },
    "mixed-units": {
      what: "the column mixes amounts in different units[: {found}][; the column is in {expected}]. Cells that state a unit are read in it.",
      remedy: "Bring the whole column to one unit.",
    },
    "unit-by-magnitude": {
      what: "the column was read in {found}, but its amounts as a whole look like [{expected}]; nothing was changed.",
      remedy:
        "Check the unit: choose it in the mapping or write it behind the header, for example 营业收入（元）; ignore this if it is right.",
    },
    "magnitude-slip": {
      what: "some cells of the column[ ({expected})] are about 10,000 times off the others[; the first is {found}]: 元 and 万元 may be mixed; nothing was changed.",
      remedy: "Check these cells and bring the whole column to one unit.",
    },
    "blank-header": {
      what: "the column holds data[ (such as “{found}”)] but has no header; it was not read.",
      remedy: "Give it a header, or set its field in the mapping.",
    },
    "column-in-doubt": {
      what: "the column {column} may be [{expected}], which is not certain; it was not read.",
      remedy: "Confirm it in the mapping, or write the header as in the blank template.",
    },
    "column-by-content": {
      what: "the column was taken for {expected} by its content: its cells pass the check digit.",
      remedy: "Confirm, or correct it in the mapping.",
    },
    "hidden-column": {
      what: "the hidden column was read like the others.",
      remedy: "If it should not count, delete it from the sheet or set it to unread in the mapping.",
    },
    "missing-cell": {
      what: "the required value[ {expected}] is missing.",
      remedy: "Fill it in; write 0 for an amount that is nil, since a blank is not zero.",
    },
    "type-error": {
      what: "[“{found}” ]cannot be read as required[ ({expected})].",
      remedy: "Enter a valid value[ ({expected})], or leave the cell blank if it is not known.",
    },
    "type-error/taken": {
      what: "[“{found}” ]is incomplete[ and was taken as {expected}].",
      remedy: "Enter the full value, for example 2023-05-29; there is nothing to do if the value taken is right.",
    },
    "not-in-list": {
      what: "[“{found}” ]is not one of the allowed values.",
      remedy: "Choose one of them[: {expected}].",
    },
    "negative-value": {
      what: "the value[ {found}] is negative, it must be {expected}.",
      remedy: "Check the value and its sign.",
    },
    "cell-error": {
      what: "the cell holds a formula error[ {found}].",
      remedy: "Correct the formula or enter the value, save, and import again.",
    },
    "no-cached-value": {
      what: "the formula has no stored result.",
      remedy: "Open the file in Excel or WPS, recalculate and save, or replace the formula by its value; import again.",
    },
    "damaged-code": {
      what: "the code[ “{found}”] is stored as a number, and its digits beyond the 15th are lost.",
      remedy:
        "Format the column as text and enter the code again from the source; changing the format alone is no cure.",
    },
    "implausible-value": {
      what: "the value[ {found}] is implausible[ (expected {expected})]; it was read as it is.",
      remedy: "Check the value and its unit (万元, 元, 亿元, 人).",
    },
    "code-check-digit": {
      what: "the credit code[ “{found}”] is not 18 characters long or fails its check character; it was kept as it is.",
      remedy: "Compare the code with the business licence.",
    },
    "repair-outdated": {
      what: "the cell now holds [“{found}”], not “{expected}” as when the repair was accepted; it was not applied.",
      remedy: "Check the cell and accept the repair again.",
    },
    "blank-name": {
      what: "the name of the enterprise is blank, it is listed by its code.",
      remedy: "Fill in the name.",
    },
    "bad-date-order": {
      what: "the dates are in the wrong order[: {found}][, must be {expected}].",
      remedy: "Check both dates and correct the one that is wrong.",
    },
    "unique-error": {
      what: "[“{found}” ]occurs more than once with different contents[ (columns that differ: {expected})].",
      remedy: "Keep only the row that is right.",
    },
    "duplicate-row": {
      what: "the row is the same as row {expected}.",
      remedy:
        "Check for a double entry: 企业 and 担保 count the upper row only, other tables count both; delete repeats.",
    },
    "near-duplicate": {
      what: "the name [“{found}” ]is almost that of another row[ ({expected})] with a different code.",
      remedy: "Check whether they are one enterprise; delete the duplicate or correct the code.",
    },
    "near-code": {
      what: "the code[ “{found}”] fails its check and is one slip of the hand from the code of another row[ ({expected})]: they may be one firm.",
      remedy: "Check: if they are one firm, correct the code and delete one row; if not, correct the code.",
    },
    "repeated-header": {
      what: "a repeated header row, not read as data.",
      remedy: "Nothing needs to be done.",
    },
    "foreign-key": {
      what: "the code[ “{found}”] is not in the sheet 企业.",
      remedy: "Add the enterprise to 企业, or correct the code.",
    },
    "foreign-key/kept": {
      what: "the code[ “{found}”] is not in the sheet 企业; the row was kept, whether it is eligible is unknown.",
      remedy: "Add the enterprise to 企业, or correct the code; nothing to do if it is rightly not in the roster.",
    },
    "parent-refused": {
      what: "the enterprise of code[ “{found}”] was left out, and this row with it.",
      remedy: "Correct the row of that enterprise in 企业 first.",
    },
    "totals-row-skipped": {
      what: "[“{found}” ]is a total or a note and was not read as data.",
      remedy: "Nothing to do; if the row is data, fill in its code and other required cells.",
    },
    "hidden-row": {
      what: "{found} hidden rows were read like all others.",
      remedy: "Delete them from the sheet and import again if they should not count.",
    },
    "not-a-project": {
      what: "[“{found}” ]is no project file of Cesuan.",
      remedy:
        "Choose a .cesuan file made by “Save project file”; a roster is imported on the roster page, a scenario file on the page of scenarios.",
    },
    "project-newer": {
      what: "the project file[ “{found}”] was written by a newer version[ ({expected})] and cannot be opened by this one.",
      remedy: "Update this software, or open the file with the version that wrote it.",
    },
    "project-damaged": {
      what: "the part[ “{found}”] of the project file is missing or damaged[ ({expected})]; it was not opened.",
      remedy: "Get the file again, or open one saved earlier; the work on the page has not changed.",
    },
    "project-other-policy": {
      what: "the project file belongs to another policy[ ({found})]; it was not opened.",
      remedy: "Open it with the page of that policy.",
    },
    "project-part-unreadable": {
      what: "the part[ “{found}”] of the project file cannot be used[ ({expected})]; it was not opened.",
      remedy: "Save the project file again in the version that wrote it; the work on the page has not changed.",
    },
    "not-a-report": {
      what: "[“{found}” ]holds no parameters to open: no sheet has the columns Key and Value.",
      remedy: "Choose a report written by this software, or a file saved from its sheet of parameters.",
    },
    "other-policy": {
      what: "the file is[ of another policy, “{found}”], not of the one that is open[, “{expected}”].",
      remedy: "Choose that policy first, then open the file; on the command line name it with --policy.",
    },
    "kept-scenario-unreadable": {
      what: "the scenario kept in the run record cannot be read[ ({found})]; the exported values of the parameters are taken, without budgets, seed and grounds.",
      remedy:
        "Use the report with its run record as it was written; for another rule pack, check the differences below.",
    },
    "parameter-unreadable": {
      what: "the value[ “{found}”] of {column} cannot be taken; what was exported stays.",
      remedy: "Enter an allowed value[ ({expected})], save, and open the file again.",
    },
    "unknown-parameter": {
      what: "the policy has no key “{found}”; the row was not taken.",
      remedy: "Restore the column of keys; in a report of another version, set this value again on the page.",
    },
    "repeated-parameter": {
      what: "the key “{found}” stands twice; the first row was taken.",
      remedy: "Delete the repeated row.",
    },
    "parameter-absent": {
      what: "the file lacks the key “{found}”; what was exported stays.",
      remedy: "Restore the deleted row; in a report of another version, check this value.",
    },
    "fixed-cell-edited": {
      what: "“{found}” is fixed by the policy; the edit was not taken.",
      remedy: "Restore the value; a policy of another term needs another rule pack.",
    },
    "size-class-differs": {
      what: "the declared size is {found}, the computed one {expected}; the firm is an SME if either is not large.",
      remedy:
        "Check declared size, industry code, employees, revenue and assets; it may be the size on a trigger's day.",
    },
    "industry-uncovered": {
      what: "the size standard has no certain row for industry code[ “{found}”]; {expected} was used for the time being.",
      remedy: "Check the code (GB/T 4754-2017, best with three or four digits), or confirm by filling in 申报划型.",
    },
    "industry-uncovered/undecided": {
      what: "industry code[ “{found}”] does not decide which size standard applies; the size is unknown.",
      remedy: "Enter the code with three or four digits (GB/T 4754-2017), or fill in 申报划型.",
    },
    "title-expiry-unknown": {
      what: "the title has no expiry date, so whether it holds on the day that matters is unknown.",
      remedy: "Fill in the expiry date.",
    },
    "possible-double-deduction": {
      what: "the amount already paid[ {found}] may be deducted twice: the same article has a recorded matter before the as-of date.",
      remedy: "Columns of amounts paid are for matters outside the roster; enter other payments in 拨付台账.",
    },
    "listing-without-acceptance": {
      what: "a domestic listing has a listing date[ ({found})] but no 上市受理日期; support for that stage is not counted.",
      remedy: "Fill in 上市受理日期; nothing to do if there was no such stage.",
    },
    "contradictory-move": {
      what: "the date of moving out[ {found}] is not after that of moving in[ {expected}]; residence is unknown on every day.",
      remedy: "Check 迁入日期 and 迁出日期; leave 迁出日期 blank for a firm that came back.",
    },
    "rent-missing": {
      what: "all else for the start-up rent subsidy is there, but 年房租 is blank, so there is no amount.",
      remedy: "Fill in 年房租.",
    },
    "contribution-unknown": {
      what: "the district contribution[ of {expected}] is missing, so the award was not capped by it.",
      remedy: "Fill in 区级综合贡献 of the year before the trigger; write 0 where there was none.",
    },
    "guarantee-title-unknown": {
      what: "whether the borrower's title held when the guarantee began is unknown; the ordinary cap was used.",
      remedy: "Fill in the recognition and expiry dates of the title.",
    },
    "isolated-as-of": {
      what: "the as-of date is this newest date[ ({found})], which is far from all others.",
      remedy: "Check and correct the date, or set the as-of date in the scenario.",
    },
    "future-as-of": {
      what: "the as-of date is this date[ ({found})], which lies in the future.",
      remedy: "Check and correct the date, or set the as-of date in the scenario.",
    },
    "large-today": {
      what: "the firm is large today, so its recorded matters count as not eligible[ ({found} at stake)].",
      remedy: "If it was not large on the day of the matter, enter its size of that day in 申报划型.",
    },
    "eligibility-unknown": {
      what: "whether the conditions[ of {expected}] are met is unknown[; {found} stay unverified].",
      remedy:
        "Fill in blank or unreadable conditions of this row and its enterprise, such as size, 区内注册, 区内纳税, 独立核算.",
    },
  },
};
