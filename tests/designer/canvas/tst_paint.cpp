// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "designer/paint/kind_painters.h"
#include "designer/paint/page_render.h"
#include "designer/paint/rich_text.h"
#include "designer/style/tokens.h"
#include "every_kind.h"
#include "model/schema/catalogue.h"
#include "model/workbook/look/chart_look.h"
#include "model/workbook/look/column_look.h"
#include "model/workbook/look/control_look.h"

using namespace tessera;
using namespace tessera::designer;

namespace {

const model::Catalogue &catalogue()
{
    static const model::Result<model::Catalogue> loaded = model::loadCatalogue();
    return *loaded;
}

} // namespace

class TestPaint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindOfTheCatalogueHasAPainter()
    {
        const QList<std::string> kinds = KindPainters::instance().kinds();
        QStringList missing;
        for (const model::KindSpec &kind : catalogue().all(model::Family::Element)) {
            // "theme" occurs in old files only; nobody knows what it showed.
            if (!kinds.contains(kind.name) && kind.name != "theme")
                missing << QString::fromStdString(kind.name);
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u' ')));
    }

    void picturesAreAsWideAsAskedAndRepeatable()
    {
        const model::Workbook workbook = tests::everyKind();
        RenderOptions options;
        options.width = 900;
        options.scale = 1.5;
        for (const char *block : {"charts", "data", "controls", "containers", "ask", "side", "nav"}) {
            const QImage first = renderBlock(workbook, catalogue(), block, options);
            QCOMPARE(first.width(), 1350);
            QVERIFY(first.height() > 100);
            QVERIFY(first == renderBlock(workbook, catalogue(), block, options));
            options.tokens = &Tokens::darkTheme();
            QVERIFY(first != renderBlock(workbook, catalogue(), block, options));
            options.tokens = nullptr;
        }
        QVERIFY(renderBlock(workbook, catalogue(), "nobody").isNull());
    }

    void thePageFollowsTheTheme()
    {
        model::Workbook workbook = tests::everyKind();
        workbook.contents["settings"]["theme"] = {{"name", "Dark"},
                                                  {"overrides", {{"colors", {{"surface", "#102030"}}}}}};
        QCOMPARE(renderBlock(workbook, catalogue(), "charts").pixelColor(2, 2), QColor(0x10, 0x20, 0x30));
    }

    void textKeepsOnlyWhatSigmaKnows_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("has");
        QTest::addColumn<QString>("lacks");
        QTest::newRow("bold") << u"a **b** c"_qs << u"<b>b</b>"_qs << u"**"_qs;
        QTest::newRow("a lone star") << u"2 * 3"_qs << u"2 * 3"_qs << u"<i>"_qs;
        QTest::newRow("heading") << u"## Title"_qs << u"font-size:20px"_qs << u"#"_qs + u"# "_qs;
        QTest::newRow("span colour") << u"<span style=\"color: #64748B\">x</span>"_qs << u"color:#64748B"_qs
                                     << u"&lt;span"_qs;
        QTest::newRow("no pictures") << u"<img src=\"file:secret.png\">"_qs << u"&lt;img"_qs << u"<img"_qs;
        QTest::newRow("no urls in styles")
            << u"<span style=\"background-color: url(x)\">x</span>"_qs << u"x"_qs << u"url("_qs;
        QTest::newRow("formula") << u"Now {{Sum([A/B]) | $,.0f}}"_qs << u"Sum([A/B])"_qs << u",.0f"_qs;
        QTest::newRow("aligned") << u"<p class=\"h-small\" style=\"text-align: right\">x</p>"_qs
                                 << u"text-align:right"_qs << u"h-small"_qs;
    }

    void textKeepsOnlyWhatSigmaKnows()
    {
        QFETCH(QString, body);
        QFETCH(QString, has);
        QFETCH(QString, lacks);
        const PageTheme theme = pageThemeOf(model::Workbook());
        const QString html = textBodyToHtml(body, theme);
        QVERIFY2(html.contains(has), qPrintable(html));
        QVERIFY2(!html.contains(lacks), qPrintable(html));
    }

    void valuesNobodyKnowsAreDashes()
    {
        model::ColumnLook column;
        column.format = "$,.0f";
        QCOMPARE(model::dashPattern(column), u"$–"_qs);
        column.currency = "€";
        QCOMPARE(model::dashPattern(column), u"€–"_qs);
        column.format = ".1%";
        QCOMPARE(model::dashPattern(column), u"–%"_qs);
    }

    void controlsSayWhatIsConfigured()
    {
        const model::Workbook workbook = tests::everyKind();
        QCOMPARE(model::controlLookOf(workbook, *workbook.element("c9")).value, u"Last 6 months"_qs);
        QCOMPARE(model::controlLookOf(workbook, *workbook.element("c2")).selected, QStringList(u"Month"_qs));
        QCOMPARE(model::controlLookOf(workbook, *workbook.element("c6")).position, 0.3);
    }

    // Sigma turns bars only.
    void onlyBarsLieDown()
    {
        const model::Json body{{"id", "a"}, {"kind", "bar-chart"}, {"orientation", "horizontal"}};
        model::Json line = body;
        line["kind"] = "line-chart";
        QVERIFY(model::chartLookOf(model::Object("a", body)).horizontal);
        QVERIFY(!model::chartLookOf(model::Object("b", line)).horizontal);
    }
};

QTEST_MAIN(TestPaint)
#include "tst_paint.moc"
