"""Makes the workbooks of this folder: pip install openpyxl XlsxWriter; python make.py

They are committed, so that the tests need neither. What each is for stands beside it.
"""
import datetime
import zipfile

import openpyxl
import xlsxwriter

HEADER = ["代码", "信用", "人数", "上次", "面积", "占比", "在业", "备注"]
DAY = datetime.date(2026, 3, 1)


def by_openpyxl(name, rows, sheets=("食堂",), edit=lambda book, sheet: None):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = sheets[0]
    for row in rows:
        sheet.append(row)
    for other in sheets[1:]:
        book.create_sheet(other)
    edit(book, sheet)
    for part in (book.properties,):
        part.created = part.modified = datetime.datetime(2026, 1, 1)
    book.save(name)
    # The time of saving stands in the archive: it is taken out.
    with zipfile.ZipFile(name) as source:
        parts = [(i.filename, source.read(i)) for i in source.infolist()]
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as target:
        for part, content in parts:
            target.writestr(zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


# Every kind of cell, an empty and a hidden sheet, rows and cells left out.
def kinds(book, sheet):
    sheet["A2"].number_format = "000000"
    for cell in ("D2", "D4"):
        sheet[cell].number_format = "yyyy/m/d"
    sheet["D3"].number_format = '[$-804]yyyy"年"m"月"d"日";@'
    sheet["E2"].number_format = "#,##0.00"
    sheet["F2"].number_format = "0.0%"
    sheet["F3"].number_format = "0.00"
    hidden = book["旧"]
    hidden.sheet_state = "hidden"
    hidden["A1"] = "代码"


by_openpyxl(
    "kinds.xlsx",
    [
        HEADER,
        [1234, "甲级", 12, DAY, 1234.5, 0.05, True, "编号 & <甲>"],
        ["b", "乙级", 0.1 * 30, DAY, 0.1 + 0.2, 0.25, False, " 前后 \n 两行 "],
        ["c", "丙级", -3, datetime.datetime(2024, 2, 29), None, None, None, None],
        [],
        [None, None, None, None, None, None, None, None],
        ["d", "甲级", "１，２３４", "2026年3月1日", "1,234.50", "5％", "是", "=1+1"],
    ],
    ("食堂", "空", "旧"),
    lambda book, sheet: (kinds(book, sheet), setattr(sheet["H7"], "data_type", "s")),
)

# What a spreadsheet can hold that no field takes.
by_openpyxl(
    "problems.xlsx",
    [
        HEADER,
        ["a", "#N/A", 1, None, None, None, None, None],
        ["b", "甲级", "=1+1", None, None, None, None, None],
        ["c", "甲级", 1.5, 46082, 1, 5, "对", None],
        ["d", "甲级", DAY, None, None, None, None, DAY],
        [123456789012345678, "甲级", 1, datetime.datetime(2026, 3, 1, 14, 30), None, None, None, None],
        ["f", True, 1, None, None, None, None, 0.05],
    ],
    edit=lambda book, sheet: setattr(sheet["H7"], "number_format", "0%"),
)

# Two sheets with cells, and one that is named like neither.
def second(book, sheet):
    book["乙"].append(["代码", "信用"])
    book["乙"].append(["k", "甲级"])


by_openpyxl("several.xlsx", [["代码", "信用"], ["a", "甲级"]], ("甲", "乙", "说明"), second)

# A title across the table, merged.
by_openpyxl(
    "title.xlsx",
    [["某区食堂名录", None], ["代码", "信用"], ["a", "甲级"]],
    edit=lambda book, sheet: sheet.merge_cells("A1:B1"),
)

# Cells merged downwards: only the first has the value.
by_openpyxl(
    "merged.xlsx",
    [["代码", "信用"], ["a", "甲级"], ["b", None], ["c", "乙级"]],
    edit=lambda book, sheet: sheet.merge_cells("B2:B3"),
)


# The other library: days from 1904, formulas with results, rich text.
def by_xlsxwriter(name, **options):
    book = xlsxwriter.Workbook(name, options)
    book.set_properties({"created": datetime.datetime(2026, 1, 1)})
    sheet = book.add_worksheet("食堂")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    percent = book.add_format({"num_format": 10})
    bold = book.add_format({"bold": True})
    for column, title in enumerate(HEADER):
        sheet.write_string(0, column, title)
    sheet.write_string(1, 0, "a")
    sheet.write_formula(1, 1, '=IF(1,"甲级","")', None, "甲级")
    sheet.write_formula(1, 2, "=6*2", None, 12)
    sheet.write_datetime(1, 3, datetime.datetime(2026, 3, 1), day)
    sheet.write_number(1, 4, 12.5)
    sheet.write_number(1, 5, 0.05, percent)
    sheet.write_boolean(1, 6, True)
    sheet.write_rich_string(1, 7, "甲", bold, "乙", "丙")
    book.close()


by_xlsxwriter("days-from-1904.xlsx", date_1904=True)
by_xlsxwriter("inline.xlsx", constant_memory=True)
