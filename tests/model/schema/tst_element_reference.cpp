// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "model/base/json_text.h"
#include "model/base/text.h"
#include "model/schema/catalogue.h"
#include "model/schema/element_reference.h"

using namespace tessera::model;

// The element reference leaves nothing out, and every field is found in it.
class TestElementReference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_catalogue = loadCatalogue().value(); }

    void everyKindAndFieldStandsInIt()
    {
        const QString all = toQString(elementReferenceMarkdown(*m_catalogue));
        QStringList missing;
        for (const Family family : allFamilies()) {
            QVERIFY2(all.contains(QStringLiteral("\n## %1\n").arg(familyTitle(family))), familyName(family));
            for (const KindSpec &kind : m_catalogue->all(family)) {
                const QString text = toQString(kindReferenceMarkdown(*m_catalogue, kind));
                if (!all.contains(text) || text.contains(QStringLiteral("\n\n\n\n")))
                    missing << toQString(kind.name);
                for (const PropertySpec &field : kind.fields()) {
                    const QString row = QStringLiteral("| `%1`").arg(toQString(field.key));
                    const bool isName = !text.contains(row) && text.contains(u'`' + toQString(kind.name) + u'`');
                    if (!text.contains(row) && !isName)
                        missing << toQString(kind.name) + u'/' + toQString(field.key);
                }
            }
        }
        QCOMPARE(missing, QStringList());
    }

    void everySharedTypeStandsInIt()
    {
        const QString all = toQString(elementReferenceMarkdown(*m_catalogue));
        for (const std::string &name : m_catalogue->typeNames()) {
            const TypeSpec *type = m_catalogue->type(name);
            if (hasReferenceText(*type))
                QVERIFY2(all.contains(toQString(typeReferenceMarkdown(*type))), name.c_str());
        }
    }

    void offersWhatIsTaken()
    {
        const QString chart = toQString(kindReferenceMarkdown(*m_catalogue, *m_catalogue->element("bar-chart")));
        QVERIFY(chart.contains(QStringLiteral("### Bar chart (`bar-chart`)")));
        QVERIFY(chart.contains(QStringLiteral("| `stacking` | `none`, `stacked`, `normalized` |")));
        QVERIFY(!chart.contains(QStringLiteral("clustered"))); // rejected spellings are no offer
    }

    void importedKindsStandInItToo()
    {
        const auto extended =
            loadCatalogue({{QStringLiteral("user.json"),
                            R"({"elements": [{"name": "bar-chart", "fields": [{"key": "glow", "label": "Glow",
                                                  "help": "Shines.", "type": "boolean", "group": "look"}]}]})"}});
        QVERIFY(extended);
        QVERIFY(elementReferenceMarkdown(*extended).find("`glow`") != std::string::npos);
    }

    void placesOfFields_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *pointer, const char *page, const char *field) {
            QTest::newRow(pointer) << QString::fromLatin1(pointer) << QString::fromLatin1(page)
                                   << QString::fromLatin1(field);
        };
        row("", "elements/table", "");
        row("/name", "elements/table", "name");
        row("/columns", "elements/table", "columns");
        row("/columns/0", "elements/table", "columns");
        row("/columns/0/formula", "types/column", "formula");
        row("/source/path", "sources/warehouse-table", "path");
        row("/actions/0/effects/0/overlayId", "effects/open-overlay", "overlayId");
        row("/hologram", "elements/table", "hologram");
    }

    void placesOfFields()
    {
        QFETCH(QString, pointer);
        const Json body = *readJson(R"({"id": "t", "kind": "table", "name": "T",
            "source": {"kind": "warehouse-table", "connectionId": "c", "path": ["A"]}, "columns": [{"id": "c", "formula": "1"}],
            "actions": [{"id": "a", "trigger": "on-select", "effects": [{"effect": "open-overlay", "overlayId": "o"}]}]})");
        const HelpPlace place = helpPlaceOf(*m_catalogue, Scope::Element, body, toUtf8(pointer));
        QTEST(toQString(place.page), "page");
        QTEST(toQString(place.field), "field");
    }

    void unknownKindsHaveNoPlace()
    {
        QVERIFY(helpPlaceOf(*m_catalogue, Scope::Element, *readJson(R"({"kind": "hologram"})"), "/name").page.empty());
    }

private:
    std::optional<Catalogue> m_catalogue;
};

QTEST_GUILESS_MAIN(TestElementReference)
#include "tst_element_reference.moc"
