// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QTest>

#include "adapters/codec/source_map.h"
#include "adapters/codec/workbook_file.h"
#include "model/base/text.h"
#include "model/change/apply.h"
#include "model/checks/checker.h"
#include "model/schema/catalogue.h"
#include "model/table/memory_row_store.h"

using namespace tessera;
using namespace tessera::model;

namespace {

const Catalogue &catalogue()
{
    static const Catalogue loaded = *loadCatalogue();
    return loaded;
}

Workbook load(const QString &path)
{
    const auto file = adapters::loadWorkbook(path);
    if (!file)
        qWarning("%s", qPrintable(file.error().message));
    return file ? file->workbook : Workbook();
}

QStringList brief(const QList<Diagnostic> &findings)
{
    QStringList lines;
    for (const Diagnostic &finding : findings)
        lines << QStringLiteral("%1 %2 %3")
                     .arg(toQString(finding.rule), toQString(finding.element), toQString(finding.target.path));
    return lines;
}

} // namespace

class TestRealWorkbooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // What ships with the program is an example: nothing in it may be wrong, and nothing right may be reported.
    void ourOwnAreClean_data()
    {
        QTest::addColumn<QString>("path");
        const QDir templates(QStringLiteral(TESSERA_SOURCE_DIR "/resources/templates"));
        for (const QString &name : templates.entryList({u"*.yaml"_qs}))
            QTest::newRow(qPrintable(name)) << templates.filePath(name);
        QTest::newRow("sample") << QStringLiteral(TESSERA_SOURCE_DIR "/resources/sample/marketing.yaml");
    }

    void ourOwnAreClean()
    {
        QFETCH(QString, path);
        QList<Diagnostic> findings = Checker(catalogue()).check(load(path));
        findings.removeIf([](const Diagnostic &d) { return d.severity == Severity::Manual; });
        for (const Diagnostic &finding : findings)
            qWarning("%s: %s", finding.rule.c_str(), qPrintable(finding.message));
        QCOMPARE(brief(findings), QStringList());
    }

    // A workbook by Sigma's own people, of the middle of 2026: what Sigma would say today, and what is left to do by
    // hand.
    void theCorpusSaysWhatSigmaWouldSay()
    {
        const QString path = QStringLiteral(TESSERA_SOURCE_DIR "/../shared/corpus/plugs-sales-overview.yaml");
        if (!QFile::exists(path))
            QSKIP("the corpus is not here");
        Workbook workbook = load(path);
        const QStringList expected = {
            u"structure.folder  /folderId"_qs,
            u"schema.enum kpi-revenue /layout/anchor"_qs,
            u"schema.enum kpi-profit /layout/anchor"_qs,
            u"schema.enum kpi-orders /layout/anchor"_qs,
            u"schema.enum kpi-units /layout/anchor"_qs,
            u"schema.rejected-key chart-by-product /color/id"_qs,
            u"schema.rejected-key chart-by-product /value/id"_qs,
            u"data.connection-placeholder sales-source /source/connectionId"_qs,
        };
        const QList<Diagnostic> findings = Checker(catalogue()).check(workbook);
        for (const Diagnostic &finding : findings)
            qInfo("%s %s %s", finding.rule.c_str(), qPrintable(finding.message), qPrintable(finding.hint));
        QCOMPARE(brief(findings), expected);
        MemoryRowStore rows;
        for (const Diagnostic &finding : findings) {
            if (finding.severity == Severity::Manual)
                continue;
            QVERIFY2(finding.fix, finding.rule.c_str());
            const auto fix = finding.fix->make(workbook);
            QVERIFY(fix.has_value());
            QVERIFY(apply(workbook, rows, *fix).has_value());
        }
        const QStringList left = {expected.first(), expected.last()};
        QCOMPARE(brief(Checker(catalogue()).check(workbook)), left);
        QCOMPARE(stringMember(workbook.element("kpi-profit")->body().at("layout"), "anchor"), std::string("center"));
    }

    void isQuick()
    {
        const Workbook workbook = load(QStringLiteral(TESSERA_SOURCE_DIR "/resources/sample/marketing.yaml"));
        const Checker checker(catalogue());
        QBENCHMARK
        {
            (void)checker.check(workbook);
        }
    }
};

QTEST_GUILESS_MAIN(TestRealWorkbooks)
#include "tst_real_workbooks.moc"
