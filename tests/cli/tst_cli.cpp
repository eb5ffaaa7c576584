// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "adapters/package/package.h"
#include "tests/cli/case_file.h"

// Runs the program as a process in a folder of its own and compares standard output, standard error and exit code.
// TESSERA_REWRITE_GOLDENS=1 records what it says instead; review the diff.
class CliTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysExactlyThis_data();
    void saysExactlyThis();
    void validatesTheSampleAndTheTemplates_data();
    void validatesTheSampleAndTheTemplates();
    void convertsThereAndBack_data();
    void convertsThereAndBack();
    void formatsOnlyOnce();
    void listsEveryRuleWithItsText();
    void learnsFromAnOpenApiDocumentAndForgets();
    void goesOnWithoutABrokenLayer();
    void rendersPicturesOfTheAskedSize();
    void rendersTheSamePictureAgain();
    void exportsTheSameBytesAgain();
    void exportsWithErrorsOnlyWhenForced();
    void reportsAFullDisk();

private:
    struct Outcome
    {
        int exitCode = -1;
        QByteArray out, err;
    };
    Outcome run(const QStringList &arguments);
    QByteArray bytesOf(const QString &name);
    QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

const QString source = QStringLiteral(TESSERA_SOURCE_DIR);
const QByteArray version = TESSERA_VERSION;

QStringList templateNames()
{
    QStringList names;
    for (const QString &file : QDir(source + u"/resources/templates"_qs).entryList({u"*.yaml"_qs}))
        names << file.chopped(5);
    return names;
}

} // namespace

void CliTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    const QDir input(source + u"/tests/cli/input"_qs);
    for (const QString &name : input.entryList(QDir::Files))
        QVERIFY(QFile::copy(input.filePath(name), path(name)));
    QVERIFY(QDir(m_folder->path()).mkdir(u"folder"_qs));
    QFile binary(path(u"binary.yaml"_qs));
    QVERIFY(binary.open(QIODevice::WriteOnly));
    binary.write(QByteArray("\x7f"
                            "ELF\x02\x01\0\0\xff\xfe\x80\x81",
                            12)
                     .repeated(40));
}

CliTest::Outcome CliTest::run(const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(m_folder->path());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"QT_QPA_PLATFORM"_qs); // as a person without a display has it
    environment.remove(u"DISPLAY"_qs);
    environment.remove(u"WAYLAND_DISPLAY"_qs);
    environment.insert(u"LC_ALL"_qs, u"C.UTF-8"_qs);
    environment.insert(u"TESSERA_DATA_DIR"_qs, path(u"appdata"_qs));
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(QStringLiteral(TESSERA_PROGRAM), arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), "crashed or hung: " + process.readAllStandardError()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QByteArray CliTest::bytesOf(const QString &name)
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void CliTest::saysExactlyThis_data()
{
    QTest::addColumn<QString>("file");
    const QDir cases(source + u"/tests/cli/cases"_qs);
    for (const QString &name : cases.entryList({u"*.case"_qs}))
        QTest::newRow(qPrintable(name.chopped(5))) << cases.filePath(name);
}

void CliTest::saysExactlyThis()
{
    QFETCH(QString, file);
    const CaseFile expected = CaseFile::read(file);
    QVERIFY(!expected.arguments.isEmpty());
    const Outcome outcome = run(expected.arguments);
    CaseFile actual = expected;
    actual.exitCode = outcome.exitCode;
    actual.out = QByteArray(outcome.out).replace(version, "@VERSION@");
    actual.err = outcome.err;
    actual.file = expected.shown.isEmpty() ? QByteArray() : bytesOf(expected.shown);
    if (qEnvironmentVariableIsSet("TESSERA_REWRITE_GOLDENS")) {
        QVERIFY(actual.write(file));
        return;
    }
    QCOMPARE(QString::fromUtf8(actual.err), QString::fromUtf8(expected.err));
    QCOMPARE(QString::fromUtf8(actual.out), QString::fromUtf8(expected.out));
    QCOMPARE(QString::fromUtf8(actual.file), QString::fromUtf8(expected.file));
    QCOMPARE(actual.exitCode, expected.exitCode);
}

void CliTest::validatesTheSampleAndTheTemplates_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("sample") << source + u"/resources/sample/marketing.yaml"_qs;
    for (const QString &name : templateNames())
        QTest::newRow(qPrintable(name)) << source + u"/resources/templates/"_qs + name + u".yaml"_qs;
}

void CliTest::validatesTheSampleAndTheTemplates()
{
    QFETCH(QString, file);
    const Outcome outcome = run({u"validate"_qs, u"--strict"_qs, u"--json"_qs, file});
    const QJsonObject report = QJsonDocument::fromJson(outcome.out).object()[u"files"].toArray().at(0).toObject();
    QVERIFY2(outcome.exitCode == 0, outcome.out.constData());
    QCOMPARE(report[u"errors"].toInt(-1), 0);
    QCOMPARE(report[u"warnings"].toInt(-1), 0);
    for (const QJsonValue &finding : report[u"diagnostics"].toArray())
        QCOMPARE(finding[u"severity"].toString(), u"manual"_qs);
}

void CliTest::convertsThereAndBack_data()
{
    QTest::addColumn<QString>("envelope");
    QTest::addColumn<QString>("extension");
    for (const char *envelope : {"contents", "document", "flat"}) {
        for (const char *extension : {"yaml", "json"})
            QTest::addRow("%s as %s", envelope, extension)
                << QString::fromLatin1(envelope) << QString::fromLatin1(extension);
    }
}

void CliTest::convertsThereAndBack()
{
    QFETCH(QString, envelope);
    QFETCH(QString, extension);
    const QString sample = source + u"/resources/sample/marketing.yaml"_qs, middle = u"middle."_qs + extension;
    QCOMPARE(run({u"convert"_qs, sample, u"-o"_qs, u"start.json"_qs}).exitCode, 0);
    QCOMPARE(run({u"convert"_qs, sample, u"-o"_qs, middle, u"--envelope"_qs, envelope}).exitCode, 0);
    const Outcome back = run({u"convert"_qs, middle, u"-o"_qs, u"end.json"_qs, u"--envelope"_qs, u"contents"_qs});
    QVERIFY2(back.exitCode == 0, back.err.constData());
    // The order of elements and keys means nothing; elements are compared by their id.
    const auto contents = [this](const QString &name) {
        QJsonObject workbook = QJsonDocument::fromJson(bytesOf(name)).object();
        QJsonObject inner = workbook[u"contents"].toObject(), elements;
        for (const QJsonValue &element : inner[u"elements"].toArray())
            elements[element[u"id"].toString()] = element;
        inner[u"elements"] = elements;
        workbook[u"contents"] = inner;
        return workbook;
    };
    QVERIFY(!contents(u"start.json"_qs).isEmpty());
    QVERIFY(contents(u"end.json"_qs) == contents(u"start.json"_qs));
}

void CliTest::formatsOnlyOnce()
{
    QFile::copy(source + u"/resources/sample/marketing.yaml"_qs, path(u"sample.yaml"_qs));
    QCOMPARE(run({u"format"_qs, u"sample.yaml"_qs}).exitCode, 0);
    const QByteArray once = bytesOf(u"sample.yaml"_qs);
    QVERIFY(once.contains("# One copy per page"));
    QCOMPARE(run({u"format"_qs, u"--check"_qs, u"sample.yaml"_qs}).exitCode, 0);
    QCOMPARE(bytesOf(u"sample.yaml"_qs), once);
}

void CliTest::listsEveryRuleWithItsText()
{
    const QJsonArray rules = QJsonDocument::fromJson(run({u"rules"_qs, u"--json"_qs}).out).object()[u"rules"].toArray();
    QVERIFY(rules.size() > 20);
    for (const QJsonValue &rule : rules) {
        for (const char *key : {"rule", "severity", "title", "explanation"})
            QVERIFY2(!rule[QLatin1String(key)].toString().isEmpty(), qPrintable(rule[u"rule"].toString()));
    }
    QCOMPARE(run({u"rules"_qs}).out.count('\n'), rules.size());
}

void CliTest::learnsFromAnOpenApiDocumentAndForgets()
{
    QFile hologram(path(u"unknown-kind.yaml"_qs));
    QVERIFY(hologram.open(QIODevice::ReadOnly));
    const QByteArray text = hologram.readAll().replace("kind: hologram", "kind: radar-chart");
    QFile radar(path(u"radar.yaml"_qs));
    QVERIFY(radar.open(QIODevice::WriteOnly) && radar.write(text) == text.size() && radar.flush());
    const QByteArray warning = "[structure.kind-unknown]";
    QVERIFY(run({u"validate"_qs, u"radar.yaml"_qs}).out.contains(warning));
    const Outcome diff = run({u"schema"_qs, u"diff"_qs, u"openapi.json"_qs, u"--json"_qs});
    const QJsonObject report = QJsonDocument::fromJson(diff.out).object();
    QCOMPARE(report[u"kinds"].toInt(), 6);
    QCOMPARE(report[u"stored"].toBool(), false);
    const QJsonObject first = report[u"differences"].toArray().at(0).toObject();
    QCOMPARE(first[u"what"].toString(), u"new-field"_qs);
    QCOMPARE(first[u"family"].toString(), u"elements"_qs);
    QCOMPARE(first[u"stored"].toBool(), true);
    QVERIFY(run({u"validate"_qs, u"radar.yaml"_qs}).out.contains(warning));
    QCOMPARE(run({u"schema"_qs, u"import"_qs, u"openapi.json"_qs}).exitCode, 0);
    QVERIFY(!run({u"validate"_qs, u"radar.yaml"_qs}).out.contains(warning));
    QVERIFY(run({u"elements"_qs, u"radar-chart"_qs}).out.contains("`spokes`"));
    QCOMPARE(run({u"schema"_qs, u"reset"_qs}).exitCode, 0);
    QVERIFY(run({u"validate"_qs, u"radar.yaml"_qs}).out.contains(warning));
}

void CliTest::goesOnWithoutABrokenLayer()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"appdata"_qs));
    QFile layer(path(u"appdata/schema-layer.json"_qs));
    QVERIFY(layer.open(QIODevice::WriteOnly) && layer.write("{\"elements\": 1}") > 0 && layer.flush());
    const Outcome outcome = run({u"validate"_qs, u"tiny.yaml"_qs});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(outcome.err.contains("schema-layer.json"));
    QVERIFY(outcome.err.contains("tessera schema reset"));
}

void CliTest::rendersPicturesOfTheAskedSize()
{
    const QString sample = source + u"/resources/sample/marketing.yaml"_qs;
    const Outcome outcome = run(
        {u"render"_qs, sample, u"--all"_qs, u"-o"_qs, u"pages"_qs, u"--width"_qs, u"640"_qs, u"--scale"_qs, u"1.5"_qs});
    QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
    const QStringList written = QString::fromUtf8(outcome.out).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(written.size(), 8); // six pages, a dialog and a drawer
    for (const QString &file : written) {
        const QImage image(path(file));
        QCOMPARE(image.width(), 960);
        QVERIFY(image.height() > 100);
    }
}

void CliTest::rendersTheSamePictureAgain()
{
    QCOMPARE(run({u"render"_qs, u"tiny.yaml"_qs, u"--page"_qs, u"page-1"_qs, u"-o"_qs, u"a.png"_qs}).exitCode, 0);
    QCOMPARE(run({u"render"_qs, u"tiny.yaml"_qs, u"--page"_qs, u"page-1"_qs, u"-o"_qs, u"b.png"_qs}).exitCode, 0);
    QCOMPARE(run({u"render"_qs, u"tiny.yaml"_qs, u"--page"_qs, u"page-1"_qs, u"-o"_qs, u"c.png"_qs, u"--theme"_qs,
                  u"dark"_qs})
                 .exitCode,
             0);
    QVERIFY(!bytesOf(u"a.png"_qs).isEmpty());
    QVERIFY(bytesOf(u"a.png"_qs) == bytesOf(u"b.png"_qs));
    QVERIFY(bytesOf(u"a.png"_qs) != bytesOf(u"c.png"_qs));
    const auto shop = [&](const QString &out, const QString &now, const QStringList &more = {}) {
        return run(QStringList{u"render"_qs, u"shop.yaml"_qs, u"--page"_qs, u"p"_qs, u"-o"_qs, out, u"--now"_qs, now} +
                   more)
            .exitCode;
    };
    QCOMPARE(shop(u"d.png"_qs, u"2026-03-01"_qs), 0); // made-up rows end on a day
    QCOMPARE(shop(u"e.png"_qs, u"2026-03-01 17:00:00"_qs), 0);
    QVERIFY(bytesOf(u"d.png"_qs) == bytesOf(u"e.png"_qs));
    QCOMPARE(shop(u"f.png"_qs, u"someday"_qs), 2);
    QVERIFY(QDir(m_folder->path()).mkdir(u"data"_qs) &&
            QFile::copy(path(u"ORDERS.csv"_qs), path(u"data/ORDERS.csv"_qs)));
    QCOMPARE(shop(u"g.png"_qs, u"2026-03-01"_qs), 0); // the folder beside the file
    QCOMPARE(shop(u"h.png"_qs, u"2026-03-01"_qs, {u"--data"_qs, u"."_qs}), 0);
    QVERIFY(bytesOf(u"g.png"_qs) == bytesOf(u"h.png"_qs));
    QVERIFY(bytesOf(u"g.png"_qs) != bytesOf(u"d.png"_qs));
}

void CliTest::exportsTheSameBytesAgain()
{
    const QString sample = source + u"/resources/sample/marketing.yaml"_qs;
    const Outcome outcome = run({u"export"_qs, sample, u"-o"_qs, u"a.zip"_qs});
    QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
    QVERIFY(QFile::copy(sample, path(u"marketing.yaml"_qs))); // the same workbook elsewhere
    QCOMPARE(run({u"export"_qs, u"marketing.yaml"_qs, u"-o"_qs, u"b.zip"_qs}).exitCode, 0);
    QVERIFY(bytesOf(u"a.zip"_qs) == bytesOf(u"b.zip"_qs));
    const auto package = tessera::adapters::readPackage(bytesOf(u"a.zip"_qs).toStdString());
    QVERIFY(package);
    QVERIFY(!package->hasErrors());
    for (const char *name : {"post-body.json", "validation.json", "checklist.md", "sigds/sqlite.sql",
                             "sigds/snowflake.sql", "sigds/bigquery.sql", "sigds/databricks.sql", "sigds/redshift.sql",
                             "sigds/postgresql.sql", "sigds/mysql.sql", "pages/pg-overview.png", "pages/dlg-idea.png"})
        QVERIFY2(package->file(name), name);
    QVERIFY(package->workbookText().find("# One copy per page") != std::string::npos);
    QVERIFY(package->file("checklist.md")->find("data entry") != std::string::npos);
    // Its pictures show made-up rows of a fixed day.
    QCOMPARE(run({u"render"_qs, u"marketing.yaml"_qs, u"--page"_qs, u"pg-overview"_qs, u"-o"_qs, u"overview.png"_qs,
                  u"--now"_qs, u"2025-12-31 18:00:00"_qs})
                 .exitCode,
             0);
    QVERIFY(bytesOf(u"overview.png"_qs).toStdString() == *package->file("pages/pg-overview.png"));
}

void CliTest::exportsWithErrorsOnlyWhenForced()
{
    QCOMPARE(run({u"export"_qs, u"unplaced.yaml"_qs, u"-o"_qs, u"out.zip"_qs}).exitCode, 1);
    QVERIFY(!QFile::exists(path(u"out.zip"_qs)));
    QCOMPARE(run({u"export"_qs, u"unplaced.yaml"_qs, u"-o"_qs, u"out.zip"_qs, u"--force"_qs}).exitCode, 0);
    const auto package = tessera::adapters::readPackage(bytesOf(u"out.zip"_qs).toStdString());
    QVERIFY(package);
    QVERIFY(package->hasErrors());
    QVERIFY(tessera::model::member(package->manifest, "exportedDespiteErrors")->get<bool>());
}

void CliTest::reportsAFullDisk()
{
    if (!QFile::exists(u"/dev/full"_qs))
        QSKIP("this system has no /dev/full");
    QProcess process;
    process.setStandardOutputFile(u"/dev/full"_qs);
    process.start(QStringLiteral(TESSERA_PROGRAM), {u"rules"_qs});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(!process.readAllStandardError().isEmpty());
}

QTEST_GUILESS_MAIN(CliTest)
#include "tst_cli.moc"
