// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "model/base/pointer.h"
#include "model/base/text.h"
#include "model/change/document.h"
#include "model/names/references.h"
#include "names_workbook.h"

using namespace tessera::model;

namespace {

QStringList placesOf(const std::vector<ReferenceUse> &uses)
{
    QStringList places;
    for (const ReferenceUse &use : uses)
        places << toQString(use.key + use.path);
    return places;
}

const NamedThing amount{NamedThing::Column, "base", "c-amount"};

} // namespace

class TestReferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsEveryUseOfAColumn()
    {
        const Workbook workbook = namesWorkbook();
        const auto uses = usesOf(workbook, NameIndex(workbook), amount);
        const QStringList places = placesOf(uses);
        for (const char *place : {"base/columns/2/formula", "chart/columns/1/formula", "chart/columns/2/formula",
                                  "other/columns/1/formula", "passing/columns/0/formula", "text/body", "cardText/body"})
            QVERIFY2(places.contains(QLatin1String(place)), place);
        QVERIFY(!places.contains(QStringLiteral("other/columns/2/formula"))); // a column of the same name
        QVERIFY(!places.contains(QStringLiteral("input/columns/2/formula")));
        for (const ReferenceUse &use : uses) {
            for (const ByteRange &range : use.ranges) {
                const std::string_view marked = range.in(use.text);
                QVERIFY2(marked.starts_with('[') && marked.ends_with(']'), std::string(marked).c_str());
            }
        }
    }

    void findsUsesOfElementsAndControls()
    {
        const Workbook workbook = namesWorkbook();
        const NameIndex names(workbook);
        const QStringList elements = placesOf(usesOf(workbook, names, {NamedThing::Element, "base", {}}));
        QVERIFY(elements.contains(QStringLiteral("chart/columns/0/formula")));
        QVERIFY(!elements.contains(QStringLiteral("base/columns/2/formula")));
        const auto controls = usesOf(workbook, names, {NamedThing::Control, "ctl", {}});
        QVERIFY(placesOf(controls).contains(QStringLiteral("base/columns/3/formula")));
        QVERIFY(placesOf(controls).contains(QStringLiteral("sqlTable/source/statement")));
        for (const ReferenceUse &use : controls) {
            if (use.language == TextLanguage::Sql)
                QCOMPARE(use.ranges.size(), std::size_t(2));
        }
    }

    void replacesAColumnByAnotherOfItsElement()
    {
        const Workbook workbook = namesWorkbook();
        const NameIndex names(workbook);
        const NamedThing to{NamedThing::Column, "base", "c-id"};
        const auto all = replacementsOf(workbook, names, amount, to);
        QCOMPARE(all.size(), usesOf(workbook, names, amount).size());
        Document document(workbook);
        QVERIFY(document.apply(makeReplaceReferences(all, QStringLiteral("Replace"))));
        const auto text = [&](const char *key, const char *path) {
            return toQString(stringOf(*at(document.workbook().element(key)->body(), path)));
        };
        QCOMPARE(text("chart", "/columns/1/formula"), QStringLiteral("Sum( [Orders Base/Id] )")); // the spacing stays
        QCOMPARE(text("chart", "/columns/2/formula"),
                 QStringLiteral("\"[Orders Base/Amount]\" & [ Orders Base / Id ]"));
        QCOMPARE(text("base", "/columns/2/formula"), QStringLiteral("[Id] * 2"));
        QCOMPARE(document.history().current(), 1);
        QVERIFY(document.undo());
        QVERIFY(document.workbook() == workbook);
    }

    void replacesAColumnByOneOfAnotherElement()
    {
        const Workbook workbook = namesWorkbook();
        const NameIndex names(workbook);
        const auto all = replacementsOf(workbook, names, amount, {NamedThing::Column, "other", "o4"});
        for (const ReferenceReplacement &one : all) {
            if (one.use.key == "chart" && one.use.path == "/columns/1/formula") {
                QCOMPARE(toQString(one.after), QStringLiteral("Sum( [Other/Amount] )"));
                QVERIFY(!one.fits); // the chart reads Orders Base only
            }
            if (one.use.key == "text")
                QVERIFY(one.fits); // a text may name any element
        }
    }

    void replacesAControl()
    {
        const Workbook workbook = namesWorkbook();
        const auto all = replacementsOf(workbook, NameIndex(workbook), {NamedThing::Control, "ctl", {}},
                                        {NamedThing::Control, "ctl2", {}});
        bool sql = false;
        for (const ReferenceReplacement &one : all) {
            QVERIFY(one.fits);
            if (one.use.language == TextLanguage::Sql) {
                sql = true;
                QVERIFY(one.after.find("{{pRegion2}} OR r = {{ pRegion2 }} -- pRegion") != std::string::npos);
            }
        }
        QVERIFY(sql);
    }

    void refusesWhatHasNoNameOrNoSense()
    {
        const Workbook workbook = namesWorkbook();
        const NameIndex names(workbook);
        QVERIFY(replacementsOf(workbook, names, amount, amount).empty());
        QVERIFY(replacementsOf(workbook, names, amount, {NamedThing::Element, "other", {}}).empty());
        QVERIFY(replacementsOf(workbook, names, amount, {NamedThing::Column, "gone", "x"}).empty());
        QVERIFY(usesOf(workbook, names, {NamedThing::Column, "gone", "x"}).empty());
    }
};

QTEST_GUILESS_MAIN(TestReferences)
#include "tst_references.moc"
