// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFileInfo>
#include <QTest>

#include "adapters/codec/workbook_file.h"
#include "model/base/pointer.h"
#include "model/base/text.h"
#include "model/schema/catalogue.h"

using namespace tessera;
using namespace tessera::model;

namespace {

struct Findings
{
    QStringList unknown; // the catalogue has no such key, form or type
    QStringList legacy;  // known as an older spelling
    int pointers = 0;
};

void inspect(const Catalogue &catalogue, Scope scope, const Object &object, const Json &value,
             const std::string &pointer, Findings &findings)
{
    ++findings.pointers;
    const Catalogue::Place place = catalogue.locate(scope, object.body(), pointer);
    const QString where = toQString(object.id() + ' ' + pointer);
    if (!place.known) {
        findings.unknown += where;
        return;
    }
    if (place.property && place.property->isLegacy())
        findings.legacy += where;
    const EnumValue *known = place.type->enumValue(value);
    if (known && !known->instead.empty())
        findings.legacy += where;
    if (!place.type->accepts(value) && !(place.property && place.property->nullable && value.is_null()))
        findings.unknown += where + QStringLiteral(" (type)");
    if (value.is_object()) {
        for (const auto &[key, item] : value.items())
            inspect(catalogue, scope, object, item, joinPointer(pointer, key), findings);
    } else if (value.is_array()) {
        for (std::size_t i = 0; i < value.size(); ++i)
            inspect(catalogue, scope, object, value[i], joinPointer(pointer, i), findings);
    }
}

Findings inspect(const Workbook &workbook)
{
    Findings findings;
    const Catalogue catalogue = loadCatalogue().value();
    for (const Collection collection : allCollections) {
        for (const Object &object : workbook.list(collection))
            inspect(catalogue, scopeOf(collection), object, object.body(), {}, findings);
    }
    inspect(catalogue, Scope::Meta, Object("meta", workbook.meta), workbook.meta, {}, findings);
    inspect(catalogue, Scope::Contents, Object("contents", workbook.contents), workbook.contents, {}, findings);
    return findings;
}

} // namespace

// Real workbooks hold nothing the catalogue does not know.
class TestCatalogueCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsEveryPointer_data();
    void knowsEveryPointer();
};

void TestCatalogueCorpus::knowsEveryPointer_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("legacy");
    // Older spellings the file really has: slices that name their column with `id`, and an anchor of `middle`.
    QTest::newRow("a workbook by Sigma's own people")
        << QStringLiteral(TESSERA_SOURCE_DIR "/../shared/corpus/plugs-sales-overview.yaml")
        << QStringList{QStringLiteral("chart-by-product /color/id"), QStringLiteral("chart-by-product /value/id"),
                       QStringLiteral("kpi-orders /layout/anchor"),  QStringLiteral("kpi-profit /layout/anchor"),
                       QStringLiteral("kpi-revenue /layout/anchor"), QStringLiteral("kpi-units /layout/anchor")};
    QTest::newRow("the sample") << QStringLiteral(TESSERA_SOURCE_DIR "/resources/sample/marketing.yaml")
                                << QStringList();
}

void TestCatalogueCorpus::knowsEveryPointer()
{
    QFETCH(QString, file);
    QFETCH(QStringList, legacy);
    if (!QFileInfo::exists(file))
        QSKIP("the file is not here");
    const Result<adapters::LoadedWorkbook> loaded = adapters::loadWorkbook(file);
    QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().message));
    Findings findings = inspect(loaded->workbook);
    QVERIFY2(findings.unknown.isEmpty(), qPrintable(findings.unknown.join(QLatin1Char('\n'))));
    findings.legacy.sort();
    QCOMPARE(findings.legacy, legacy);
    QVERIFY(findings.pointers > 100);
}

QTEST_GUILESS_MAIN(TestCatalogueCorpus)
#include "tst_catalogue_corpus.moc"
