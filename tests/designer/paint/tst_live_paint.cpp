// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <ctime>

#include <QDir>
#include <QFileInfo>
#include <QFontMetricsF>
#include <QPainter>
#include <QSet>
#include <QTest>

#include "designer/paint/chart/chart_axes.h"
#include "designer/paint/chart/slice_labels.h"
#include "designer/paint/chart/trend_line.h"
#include "designer/paint/data_card.h"
#include "designer/paint/dynamic_text.h"
#include "designer/paint/kind_painters.h"
#include "designer/paint/mark_list.h"
#include "designer/paint/page_render.h"
#include "designer/paint/rich_text.h"
#include "designer/style/tokens.h"
#include "every_kind.h"
#include "hand_rows.h"
#include "model/base/json_text.h"
#include "model/schema/catalogue.h"
#include "model/value/calendar.h"
#include "model/workbook/look/cell_format_look.h"

using namespace tessera;
using namespace tessera::designer;
using model::Value;

namespace {

const model::Catalogue &catalogue()
{
    static const model::Result<model::Catalogue> loaded = model::loadCatalogue();
    return *loaded;
}

// Pictures to look at, when a folder for them is named.
void keep(const QImage &picture, const QString &name)
{
    const QString folder = qEnvironmentVariable("TESSERA_PICTURES");
    const QString path = folder + u'/' + name + u".png"_qs;
    if (!folder.isEmpty() && QDir().mkpath(QFileInfo(path).path()))
        picture.save(path);
}

#ifdef NDEBUG
constexpr double mostSeconds = 1;
#else
constexpr double mostSeconds = 3;
#endif

int coloursIn(const QImage &image)
{
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            colours.insert(image.pixel(x, y));
    }
    return static_cast<int>(colours.size());
}

} // namespace

class TestLivePaint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindShowsItsRows()
    {
        const model::Workbook workbook = tests::everyKind();
        const tests::HandRows rows = tests::everyAnswer();
        RenderOptions options;
        for (const char *block : {"charts", "data", "controls", "containers"}) {
            options.tokens = nullptr;
            options.rows = nullptr;
            const QImage sketch = renderBlock(workbook, catalogue(), block, options);
            options.rows = &rows;
            for (const Tokens *tokens : {&Tokens::light(), &Tokens::darkTheme()}) {
                options.tokens = tokens;
                const QImage live = renderBlock(workbook, catalogue(), block, options);
                QCOMPARE(live.size(), sketch.size());
                QVERIFY(live == renderBlock(workbook, catalogue(), block, options));
                if (QByteArray(block) == "charts" || QByteArray(block) == "data")
                    QVERIFY(live != sketch);
                keep(live, QString::fromLatin1(block) + (tokens->dark ? u"-dark"_qs : u"-light"_qs));
            }
        }
    }

    // What data can be like. Every case has to paint, twice the same, and quickly.
    void hardCases_data()
    {
        QTest::addColumn<QString>("element");
        QTest::addColumn<int>("what");
        const char *elements[] = {"bar",   "stack", "line",   "area",   "combo",   "scatter", "pie",    "donut",
                                  "water", "tree",  "sankey", "funnel", "box",     "trellis", "region", "points",
                                  "geo",   "k1",    "k4",     "base",   "grouped", "pivot",   "plan"};
        const char *cases[] = {"no rows",   "one row", "all null", "negative",   "huge",
                               "far dates", "many",    "infinite", "below zero", "zero"};
        for (const char *element : elements) {
            for (int what = 0; what < 10; ++what)
                QTest::addRow("%s: %s", element, cases[what]) << QString::fromLatin1(element) << what;
        }
    }

    void hardCases()
    {
        QFETCH(QString, element);
        QFETCH(int, what);
        const model::Workbook workbook = tests::everyKind();
        tests::HandRows rows = tests::hardAnswer(tests::everyAnswer(), element.toStdString(), what);
        QImage first(520, 300, QImage::Format_RGB32), second = first.copy();
        const PageTheme theme = pageThemeOf(workbook);
        const SketchContext context{workbook, catalogue(), theme, 0, &rows};
        for (QImage *image : {&first, &second}) {
            image->fill(theme.page);
            QPainter painter(image);
            const std::clock_t started = std::clock(); // of this process: others may keep the machine busy
            paintElement(painter, QRect(10, 10, 500, 280), *workbook.element(element.toStdString()), context);
            const double seconds = double(std::clock() - started) / CLOCKS_PER_SEC;
            QVERIFY2(seconds < mostSeconds, qPrintable(QString::number(seconds)));
        }
        QVERIFY(first == second);
        QVERIFY2(coloursIn(first.copy(QRect(24, 60, 470, 220))) > 1, "neither a mark nor a word");
        keep(first, u"hard/"_qs + element + u'-' + QString::number(what));
    }

    void failuresSayWhy()
    {
        const model::Workbook workbook = tests::everyKind();
        tests::HandRows rows;
        rows.at("bar").state = model::query::ElementRows::State::Failed;
        rows.at("bar").query.problems = {{true, "bar", "v", "/columns/3", u"There is no column “Amountt” in Orders."_qs,
                                          u"Did you mean “Amount”?"_qs}};
        QCOMPARE(failureOf(*rows.rowsOf("bar")), u"There is no column “Amountt” in Orders. Did you mean “Amount”?"_qs);
        rows.at("line").state = model::query::ElementRows::State::Failed;
        rows.at("line").failure = u"The rows were too many."_qs;
        QCOMPARE(failureOf(*rows.rowsOf("line")), u"The rows were too many."_qs);
        RenderOptions options;
        options.rows = &rows;
        keep(renderBlock(workbook, catalogue(), "charts", options), u"failures"_qs);
    }

    void marksTellWhereThingsAre()
    {
        const model::Workbook workbook = tests::everyKind();
        const tests::HandRows rows = tests::everyAnswer();
        const PageTheme theme = pageThemeOf(workbook);
        for (const char *id : {"bar", "line", "stack", "scatter", "pie", "tree", "funnel", "box", "region", "points",
                               "base", "pivot", "sankey", "water"}) {
            MarkList marks;
            SketchContext context{workbook, catalogue(), theme, 0, &rows};
            context.marks = &marks;
            QImage image(520, 300, QImage::Format_RGB32);
            QPainter painter(&image);
            paintElement(painter, QRect(10, 10, 500, 280), *workbook.element(id), context);
            QVERIFY2(!marks.marks().isEmpty(), id);
            for (const Mark &mark : marks.marks())
                QVERIFY2(QRectF(0, 0, 520, 300).intersects(mark.shape.boundingRect().adjusted(-1, -1, 1, 1)), id);
            const Mark &last = marks.marks().last();
            QVERIFY(marks.at(last.shape.pointAtPercent(0)) >= 0);
        }
    }

    void ticksAreRoundAndApart()
    {
        const model::ValueText plain;
        model::AxisLook axis;
        Range range;
        range.include(3);
        range.include(97);
        const ValueScale scale = ValueScale::forValues(range, axis, true, 5);
        QCOMPARE(scale.low(), 0.0);
        QCOMPARE(scale.high(), 100.0);
        QStringList words;
        for (const ValueScale::Tick &tick : scale.ticks(5, plain))
            words << tick.words;
        QCOMPARE(words, QStringList({u"0"_qs, u"20"_qs, u"40"_qs, u"60"_qs, u"80"_qs, u"100"_qs}));
        axis.from = 50;
        axis.to = 10; // turned round
        const ValueScale turned = ValueScale::forValues(range, axis, true, 5);
        QVERIFY(turned.at(10) > turned.at(50));
        axis = {};
        axis.scale = "log";
        const ValueScale log = ValueScale::forValues(range, axis, true, 5);
        QVERIFY(std::isnan(log.at(0)));
        QVERIFY(log.at(10) > 0.4 && log.at(10) < 0.6);
        Range time;
        time.include(double(model::fromCivil({2025, 1, 1}).micros));
        time.include(double(model::fromCivil({2026, 2, 1}).micros));
        words.clear();
        for (const ValueScale::Tick &tick : ValueScale::forMoments(time).ticks(5, plain))
            words << tick.words;
        QCOMPARE(words, QStringList({u"Jan 2025"_qs, u"Apr"_qs, u"Jul"_qs, u"Oct"_qs, u"Jan 2026"_qs}));
        Range far;
        far.include(-1e308);
        far.include(1e308);
        QVERIFY(std::isfinite(ValueScale::forValues(far, {}, true, 5).at(0)));
    }

    void labelsNeverCollide()
    {
        const QFont font = pageThemeOf(model::Workbook()).dataFont(11);
        const QFontMetricsF metrics(font);
        for (const int count : {1, 3, 8, 30, 200, 100000}) {
            for (const double length : {60.0, 200.0, 800.0}) {
                const AxisLayout layout = layoutCategories(
                    count, [](int i) { return u"Category %1"_qs.arg(i); }, font, length, false, 20);
                for (std::size_t i = 1; i < layout.labels.size(); ++i) {
                    const double distance = (layout.labels[i].at - layout.labels[i - 1].at) * length;
                    const double width =
                        std::min(metrics.horizontalAdvance(layout.labels[i].words), std::max(layout.slot, 24.0));
                    QVERIFY2(layout.style == AxisLayout::Style::Slanted ? distance >= 13.9 : distance + 0.1 >= width,
                             qPrintable(u"%1 in %2: %3 < %4"_qs.arg(count).arg(length).arg(distance).arg(width)));
                }
            }
        }
    }

    void trendsFitTheirModel()
    {
        std::vector<double> x, y;
        for (int i = 1; i <= 20; ++i) {
            x.push_back(i);
            y.push_back(3 * std::pow(i, 1.5));
        }
        const TrendCurve power("power", x, y);
        QVERIFY(power.isValid());
        QVERIFY(std::abs(power.at(9) - 81) < 1e-6);
        for (std::size_t i = 0; i < y.size(); ++i)
            y[i] = 2 + 5 * x[i] - 0.5 * x[i] * x[i];
        QVERIFY(std::abs(TrendCurve("quadratic", x, y).at(7.5) - (2 + 37.5 - 28.125)) < 1e-6);
        QVERIFY(!TrendCurve("linear", {1}, {2}).isValid());
        QVERIFY(!TrendCurve("linear", {1, 1}, {2, 3}).isValid());
        QVERIFY(!TrendCurve("logarithmic", {-1, 0}, {2, 3}).isValid());
    }

    void conditionsOfFormats()
    {
        const model::Object table("t", *model::readJson(R"({"id":"t","kind":"table","conditionalFormats":[
          {"type":"single","columnIds":["a"],"condition":">","value":"10","style":{"bold":true}},
          {"type":"single","columnIds":["a"],"condition":"Between","low":1,"high":3},
          {"type":"single","columnIds":["b"],"condition":"Contains","value":"est"},
          {"type":"single","columnIds":["b"],"condition":"IsNull"}]})"));
        const auto formats = model::cellFormatsOf(table);
        QCOMPARE(formats.size(), std::size_t(4));
        QVERIFY(model::holds(formats[0], Value(11)) && !model::holds(formats[0], Value(10)) &&
                !model::holds(formats[0], Value()));
        QVERIFY(model::holds(formats[1], Value(2.5)) && !model::holds(formats[1], Value(4)));
        QVERIFY(model::holds(formats[2], Value("West")) && !model::holds(formats[2], Value("North")));
        QVERIFY(model::holds(formats[3], Value()) && !model::holds(formats[3], Value("x")));
        QVERIFY(formats[0].bold);
    }

    void labelsBesideACircleKeepApart()
    {
        const std::vector<double> tops = spread({10, 11, 12, 90, 95}, 15, 0, 100);
        QCOMPARE(tops.size(), std::size_t(5));
        for (std::size_t i = 1; i < tops.size(); ++i)
            QVERIFY(tops[i] - tops[i - 1] >= 15);
        QVERIFY(tops.front() >= 0 && tops.back() + 15 <= 100);
    }

    // A chart of everyKind with other settings, painted; what was painted where.
    QList<Mark> marksOf(const char *id, const char *extra, const tests::HandRows &rows)
    {
        model::Workbook workbook = tests::everyKind();
        model::Json body = workbook.element(id)->body();
        body.update(*model::readJson(extra));
        workbook.elements.replace(workbook.elements.indexOf(id), model::Object(id, body));
        const PageTheme theme = pageThemeOf(workbook);
        MarkList marks;
        SketchContext context{workbook, catalogue(), theme, 0, &rows};
        context.marks = &marks;
        QImage image(760, 320, QImage::Format_RGB32);
        image.fill(theme.page);
        QPainter painter(&image);
        paintElement(painter, QRect(10, 10, 740, 300), *workbook.element(id), context);
        painter.end();
        keep(image, QString::fromLatin1(id) + u"-options"_qs);
        return marks.marks();
    }

    void scatterHasPanesAndReferences()
    {
        const tests::HandRows rows = tests::everyAnswer();
        const QList<Mark> marks = marksOf(
            "scatter", R"({"trellis":{"columnsBy":[{"columnId":"r"}]},"color":null,"legend":{"visibility":"hidden"},
          "refMarks":[{"type":"line","axis":"series","value":{"type":"constant","value":0.2},"label":{"visibility":"shown","text":"Goal"}}]})",
            rows);
        const auto table = rows.rowsOf("scatter")->main;
        QCOMPARE(marks.size(), static_cast<qsizetype>(table->rowCount()));
        std::map<std::string, std::pair<double, double>> span; // from left to right, by region
        for (const Mark &mark : marks) {
            const double x = mark.shape.boundingRect().center().x();
            auto &[low, high] =
                span.try_emplace(table->byId("r")->data.at(static_cast<std::size_t>(mark.row)).text(), x, x)
                    .first->second;
            low = std::min(low, x);
            high = std::max(high, x);
        }
        QCOMPARE(span.size(), std::size_t(5));
        QVERIFY(span["East"].second < span["Midwest"].first &&
                span["Midwest"].second < span["South"].first); // each in its own
    }

    void waterfallsSplitTheirSteps()
    {
        tests::HandRows rows;
        rows.set("water", {{"r", {Value("Plan"), Value("Plan"), Value("Price"), Value("Price")}},
                           {"c", {Value("Store"), Value("Online"), Value("Store"), Value("Online")}},
                           {"v", {Value(100), Value(50), Value(-20), Value(30)}}});
        const QList<Mark> marks = marksOf("water", R"({"splitBy":{"columnId":"c"}})", rows);
        QCOMPARE(marks.size(), 5); // four steps and the total
        QCOMPARE(marks.first().title, u"Plan · Online"_qs);
        QVERIFY(marks.at(0).shape.boundingRect().right() <= marks.at(1).shape.boundingRect().left() + 1);
        QVERIFY(marks.at(0).shape.boundingRect().width() < marks.last().shape.boundingRect().width());
    }

    void waterfallsTakeTheirShape()
    {
        tests::HandRows rows;
        rows.set("water", {{"r", {Value("Plan"), Value("Plan"), Value("Price"), Value("Price")}},
                           {"c", {Value("Store"), Value("Online"), Value("Store"), Value("Online")}},
                           {"v", {Value(100), Value(50), Value(-20), Value(30)}}});
        const auto titles = [](const QList<Mark> &marks) {
            QStringList words;
            for (const Mark &mark : marks)
                words << mark.title;
            return words;
        };
        const QList<Mark> whole = marksOf(
            "water", R"({"splitBy":{"columnId":"c"},"startPoint":{"value":40},"waterfallShape":{"subtotal":"shown"}})",
            rows);
        QCOMPARE(titles(whole), QStringList({u"Start"_qs, u"Plan · Online"_qs, u"Plan · Store"_qs, u"After Plan"_qs,
                                             u"Price · Online"_qs, u"Price · Store"_qs, u"Total"_qs}));
        const QRectF total = whole.last().shape.boundingRect(), after = whole.at(3).shape.boundingRect();
        QVERIFY(std::abs(total.height() / after.height() - 200.0 / 190.0) <
                0.02); // both from zero, the start among them
        QCOMPARE(
            titles(marksOf("water", R"({"splitBy":{"columnId":"c"},"waterfallShape":{"endTotal":"hidden"}})", rows))
                .size(),
            4);
        rows.set("water", {{"r", {Value("Plan"), Value("Price")}}, {"v", {Value(100), Value(-20)}}});
        model::Workbook workbook = tests::everyKind();
        model::Json body = workbook.element("water")->body();
        body["waterfallColors"] = {{"increase", "#102030"}, {"decrease", "#405060"}, {"total", "#708090"}};
        workbook.elements.replace(workbook.elements.indexOf("water"), model::Object("water", body));
        const PageTheme theme = pageThemeOf(workbook);
        MarkList marks;
        SketchContext context{workbook, catalogue(), theme, 0, &rows};
        context.marks = &marks;
        QImage image(760, 320, QImage::Format_RGB32);
        QPainter painter(&image);
        paintElement(painter, QRect(10, 10, 740, 300), *workbook.element("water"), context);
        painter.end();
        const QColor colours[] = {QColor(0x10, 0x20, 0x30), QColor(0x40, 0x50, 0x60), QColor(0x70, 0x80, 0x90)};
        for (int i = 0; i < 3; ++i)
            QCOMPARE(image.pixelColor(marks.marks().at(i).shape.boundingRect().center().toPoint()), colours[i]);
    }

    void smallChartsInCells()
    {
        tests::HandRows rows;
        rows.set("base",
                 {{"c", {Value("West"), Value("North"), Value("South")}}, {"e", {Value(1), Value(2), Value(3)}}});
        model::query::ResultTable table = *rows.at("base").main;
        table.columns[1].data = model::query::ColumnData(
            model::formula::ValueType::Variant,
            std::vector<std::string>{R"([{"x":"a","y":1},{"x":"b","y":9},{"x":"c","y":null},{"x":"d","y":4}])", "[1,2]",
                                     ""},
            std::vector<bool>{false, false, true});
        rows.at("base").main = std::make_shared<model::query::ResultTable>(table);
        const QList<Mark> marks = marksOf("base", R"({"conditionalFormats":[]})", rows);
        QStringList said;
        for (const Mark &mark : marks) {
            if (mark.kind == Mark::Kind::Cell && mark.column == "e")
                said << mark.title;
        }
        QCOMPARE(said.size(), 3);
        QCOMPARE(said.at(0), u"1 to 4, 4 point(s)"_qs);
        QCOMPARE(said.at(1), u"[1,2]"_qs);
    }

    void formatsByFormulaColourTheirRows()
    {
        tests::HandRows rows;
        auto &answer = rows.set("base", {{"c", {Value("West"), Value("North")}}, {"e", {Value(1), Value(2)}}});
        auto table = std::make_shared<model::query::ResultTable>(*answer.main);
        auto condition = tests::handTable({{"", {Value(false), Value(true)}}});
        table->columns.push_back({"", "condition:/conditionalFormats/0", condition->columns.front().data});
        answer.main = table;
        model::Workbook workbook = tests::everyKind();
        model::Json body = workbook.element("base")->body();
        body["conditionalFormats"] =
            *model::readJson(R"([{"type":"single","columnIds":["c"],"condition":"formula","formula":"[Amount] > 1"}])");
        body["conditionalFormats"][0]["style"] = {{"backgroundColor", "#12324A"}};
        workbook.elements.replace(workbook.elements.indexOf("base"), model::Object("base", body));
        const PageTheme theme = pageThemeOf(workbook);
        MarkList marks;
        SketchContext context{workbook, catalogue(), theme, 0, &rows};
        context.marks = &marks;
        QImage image(500, 200, QImage::Format_RGB32);
        image.fill(theme.page);
        QPainter painter(&image);
        paintElement(painter, QRect(0, 0, 500, 200), *workbook.element("base"), context);
        painter.end();
        QStringList dressed;
        for (const Mark &mark : marks.marks()) {
            const QPoint corner = mark.shape.boundingRect().topLeft().toPoint() + QPoint(3, 3);
            if (mark.kind == Mark::Kind::Cell && image.pixelColor(corner) == QColor(0x12, 0x32, 0x4a))
                dressed << mark.title;
        }
        QCOMPARE(dressed, QStringList{u"North"_qs});
    }

    void inkFollowsItsGround()
    {
        for (const Tokens *tokens : {&Tokens::light(), &Tokens::darkTheme()}) {
            const PageTheme theme = pageThemeOf(model::Workbook(), tokens);
            for (const char *fill : {"#000000", "#12324A", "#808080", "#EEF5F0", "#FFFFFF", "#FFD400", "#C62839"}) {
                const PageTheme on = themeOn(theme, QColor(QLatin1String(fill)));
                for (const QColor &ink : {on.text, on.text2, on.text3})
                    QVERIFY2(contrast(ink, QColor(QLatin1String(fill))) >= 3.9, fill);
                QVERIFY2(contrast(on.accent, QColor(QLatin1String(fill))) >= 3, fill);
            }
            QCOMPARE(themeOn(theme, {}).text, theme.text);
        }
    }

    void textShowsItsValues()
    {
        const model::Workbook workbook = tests::everyKind();
        tests::HandRows rows = tests::everyAnswer();
        rows.set("txt", {}).parts["text:/body"] =
            tests::handTable({{"0", {Value("West")}}, {"1", {Value(model::fromCivil({2026, 4, 5}))}}});
        const auto answer = rows.rowsOf("txt");
        const PageTheme theme = pageThemeOf(workbook);
        const SketchContext context{workbook, catalogue(), theme, 0, &rows};
        QImage image(10, 10, QImage::Format_RGB32);
        QPainter painter(&image);
        const Sketch sketch{painter, *workbook.element("txt"), context, {}, answer};
        const QString html = textBodyToHtml(u"In {{[pRegion]}} until {{Max([Orders/Day]) | %b %d}}"_qs, theme,
                                            templateValues(sketch, "/body"));
        QVERIFY2(html.contains(u"In West until Apr 05"), qPrintable(html));
        QCOMPARE(withValues(u"{{a}} of {{b}} {{c}}"_qs, templateValues(sketch, "/body")),
                 u"West of 2026-04-05 {{c}}"_qs);
    }
};

QTEST_MAIN(TestLivePaint)
#include "tst_live_paint.moc"
