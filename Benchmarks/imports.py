"""The same rows as CSV, GB18030, JSON Lines and workbooks: what importing each into SQLite costs."""
import csv
import datetime
import json
import os
import subprocess
import sys
import zipfile
from xml.sax.saxutils import escape

NUMBERS = {"risk_score", "employees", "violations_3y", "licence_mask", "complaints_12m"}
DAYS = {"registered_on", "last_inspected"}
SCRIPT = os.path.join(os.path.dirname(__file__), "registry.yj")


def gb18030(source, target):
    with open(source, encoding="utf-8", newline="") as old, \
            open(target, "w", encoding="gb18030", newline="") as new:
        for line in old:
            new.write(line)


def json_lines(source, target):
    with open(source, encoding="utf-8", newline="") as old, open(target, "w", encoding="utf-8") as new:
        for row in csv.DictReader(old):
            values = {name: int(value) if name in NUMBERS else value or None for name, value in row.items()}
            new.write(json.dumps(values, ensure_ascii=False) + "\n")


def workbook(source, target, shares):
    """As spreadsheets write it: numbers and days as numbers, texts shared or each in its cell."""
    texts = {}

    def cell(name, column, value, number):
        if value == "":
            return ""
        place = f'r="{chr(65 + column)}{number}"'
        if name in NUMBERS:
            return f"<c {place}><v>{value}</v></c>"
        if name in DAYS:
            day = (datetime.date.fromisoformat(value) - datetime.date(1899, 12, 30)).days
            return f'<c {place} s="1"><v>{day}</v></c>'
        if shares:
            return f'<c {place} t="s"><v>{texts.setdefault(value, len(texts))}</v></c>'
        return f'<c {place} t="inlineStr"><is><t>{escape(value)}</t></is></c>'

    package = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive, \
            open(source, encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        names = next(rows)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(f"<worksheet {main}><sheetData>".encode())
            header = "".join(cell("", column, name, 1) for column, name in enumerate(names))
            sheet.write(f'<row r="1">{header}</row>'.encode())
            for number, row in enumerate(rows, 2):
                cells = "".join(cell(names[column], column, value, number) for column, value in enumerate(row))
                sheet.write(f'<row r="{number}">{cells}</row>'.encode())
            sheet.write(b"</sheetData></worksheet>")
        with archive.open("xl/sharedStrings.xml", "w") as strings:
            strings.write(f"<sst {main}>".encode())
            for text in texts:
                strings.write(f"<si><t>{escape(text)}</t></si>".encode())
            strings.write(b"</sst>")
        archive.writestr("xl/styles.xml", f'<styleSheet {main}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>'
                                          "</cellXfs></styleSheet>")
        archive.writestr("xl/workbook.xml", f'<workbook {main} xmlns:r="{relation}"><sheets><sheet name="registry" '
                                            'sheetId="1" r:id="a"/></sheets></workbook>')
        relations = "".join(f'<Relationship Id="{name}" Type="{relation}/{kind}" Target="{part}"/>' for name, kind, part in [
            ("a", "worksheet", "worksheets/sheet1.xml"), ("b", "styles", "styles.xml"),
            ("c", "sharedStrings", "sharedStrings.xml")])
        xmlns = "http://schemas.openxmlformats.org/package/2006/relationships"
        archive.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{xmlns}">{relations}</Relationships>')
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{xmlns}"><Relationship Id="a" '
                                        f'Type="{relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        archive.writestr("[Content_Types].xml", (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{package}.sheet.main+xml"/></Types>'))


def measured(tool, path, folder):
    """Seconds, seconds of the processor and peak megabytes of one import, and the digest of what was stored."""
    store = os.path.join(folder, "store.sqlite")
    for suffix in ("", "-wal", "-shm"):
        if os.path.exists(store + suffix):
            os.remove(store + suffix)
    probe = ("import resource,subprocess,sys,time;start=time.perf_counter();"
             "out=subprocess.run(sys.argv[1:],check=True,stdout=subprocess.PIPE).stdout;"
             "wall=time.perf_counter()-start;use=resource.getrusage(resource.RUSAGE_CHILDREN);"
             "print(wall,use.ru_utime+use.ru_stime,use.ru_maxrss);"
             "sys.stdout.flush();sys.stdout.buffer.write(out)")
    run = subprocess.run([sys.executable, "-c", probe, tool, "import", SCRIPT, "enterprises", path, "--store",
                          "sqlite:" + store, "--format", "json"], check=True, capture_output=True, text=True)
    figures, document = run.stdout.split("\n", 1)
    seconds, processor, peak = figures.split()
    return float(seconds), float(processor), int(peak) / 1024, json.loads(document)["digest"]


def imports(tool, csv_path, folder, rows):
    """One row for each kind of file, the best of three runs; all must store the same."""
    files = [("CSV, UTF-8", csv_path, None),
             ("CSV, GB18030", os.path.join(folder, "gb.csv"), gb18030),
             ("JSON Lines", os.path.join(folder, "r.jsonl"), json_lines),
             ("workbook, texts in their cells", os.path.join(folder, "inline.xlsx"),
              lambda old, new: workbook(old, new, False)),
             ("workbook, shared texts", os.path.join(folder, "shared.xlsx"),
              lambda old, new: workbook(old, new, True))]
    digests = set()
    for name, path, make in files:
        if make:
            make(csv_path, path)
        runs = sorted(measured(tool, path, folder) for _ in range(3))
        seconds, processor, _, digest = runs[0]
        digests.add(digest)
        print(f"import {name:<40} {os.path.getsize(path) / 1e6:7.0f} MB {seconds:7.2f} s {processor:7.2f} s CPU "
              f"{rows / seconds:10,.0f} rows/s  peak {max(run[2] for run in runs):5.0f} MB", flush=True)
        if make:
            os.remove(path)
    if len(digests) != 1:
        sys.exit("the files do not hold the same rows")
