// SPDX-License-Identifier: GPL-3.0-or-later
// Charts and KPIs: what their channels, marks and formats can and cannot do together.
// Source: Sigma's chart specification, axes, marks, KPI, waterfall, formats, silent drops.
#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "model/checks/rules/chart_parts.h"
#include "model/formula/function_catalogue.h"
#include "model/formula/lexer.h"
#include "model/formula/parser.h"
#include "model/names/text_edit.h"
#include "model/names/text_sites.h"

namespace tessera::model {

std::vector<std::string> columnIdsOf(const Json &axis)
{
    std::vector<std::string> ids;
    for (const Json &item : items(axis, "columnIds"))
        ids.push_back(item.is_object() ? stringMember(item, "columnId") : stringOf(item));
    return ids;
}

bool isCartesian(std::string_view kind)
{
    return isOneOf(kind, {"bar-chart", "line-chart", "area-chart", "combo-chart", "scatter-chart", "waterfall-chart"});
}

namespace {

void checkAxes(CheckContext &context, const Json &body, const ElementFacts &facts)
{
    const auto first = columnIdsOf(child(body, "yAxis"));
    const auto second = columnIdsOf(child(body, "yAxis2"));
    for (std::size_t i = 0; i < second.size(); ++i) {
        if (!second[i].empty() && std::find(first.begin(), first.end(), second[i]) == first.end())
            context
                .report("chart.second-axis", "/yAxis2/columnIds/" + std::to_string(i),
                        RuleText::tr("%1: %2 is on the second axis but not among the series.")
                            .arg(labelOf(facts), inQuotes(second[i])),
                        RuleText::tr("The second axis takes some of the columns of the first; list it there too."))
                .fix = removeFix(RuleText::tr("Take it off the second axis"), context,
                                 "/yAxis2/columnIds/" + std::to_string(i));
    }
    for (const char *axis : {"xAxis", "yAxis", "yAxis2"}) {
        const Json &format = child(child(body, axis), "format");
        if (textAt(format, "visibility") == "hidden" && format.size() > 1)
            context
                .report("chart.hidden-axis", std::string("/") + axis + "/format",
                        RuleText::tr("%1: a hidden axis takes no other settings.").arg(labelOf(facts)))
                .fix = setFix(RuleText::tr("Keep only “hidden”"), context, std::string("/") + axis + "/format",
                              Json{{"visibility", "hidden"}});
    }
}

void checkTrendlines(CheckContext &context, const Json &body, const QString &label)
{
    if (items(body, "trendlines").empty())
        return;
    const std::string_view color = textAt(child(body, "color"), "by");
    const bool stacked = isOneOf(textAt(body, "stacking"), {"stacked", "normalized"});
    if (!has(body, "xAxis") || stacked || color == "category")
        context
            .report("chart.trendline", "/trendlines",
                    RuleText::tr("%1: trend lines do not go with this chart.").arg(label),
                    RuleText::tr("They need an x axis, and neither stacking nor colors by category."))
            .fix = removeFix(RuleText::tr("Remove the trend lines"), context, "/trendlines");
    else if (color == "scale")
        context.report("schema.unconfirmed", "/trendlines",
                       RuleText::tr("%1: trend lines may not go with colors by value.").arg(label),
                       RuleText::tr("With colors by category they are rejected; by value nobody has tried."));
}

// Bars stand in sets beside each other where there are several series or categories, and no stack.
bool hasSetsOfBars(const Json &body)
{
    const bool several =
        columnIdsOf(child(body, "yAxis")).size() > 1 || textAt(child(body, "color"), "by") == "category";
    return several && !isOneOf(textAt(body, "stacking"), {"stacked", "normalized"});
}

void checkMarks(CheckContext &context, const Json &body, const QString &label)
{
    checkTrendlines(context, body, label);
    if (has(child(body, "gap"), "betweenSets") && !hasSetsOfBars(body))
        context
            .report("chart.gap", "/gap/betweenSets",
                    RuleText::tr("%1: a gap between sets needs bars that stand in sets.").arg(label),
                    RuleText::tr("Add a second series or a color by category, unstacked."))
            .fix = removeFix(RuleText::tr("Remove the gap between sets"), context, "/gap/betweenSets");
    eachItem(body, "refMarks", "", [&](const Json &mark, const std::string &path) {
        if (textAt(mark, "type") == "band" && !has(mark, "endValue"))
            context
                .report("chart.band", path, RuleText::tr("%1: a reference band has no end.").arg(label),
                        RuleText::tr("Bands need endValue."))
                .fix = setFix(RuleText::tr("Make it a line"), context, path + "/type", "line");
    });
}

// What charts of all kinds may have around them.
void checkFrame(CheckContext &context, const Json &body, const QString &label)
{
    const Json &legend = child(body, "legend");
    if (textAt(legend, "visibility") == "hidden" && legend.size() > 1)
        context
            .report("chart.legend", "/legend", RuleText::tr("%1: a hidden legend takes no other settings.").arg(label))
            .fix = setFix(RuleText::tr("Keep only “hidden”"), context, "/legend", Json{{"visibility", "hidden"}});
    else if (has(legend, "visibility") && legend.size() > 1)
        context
            .report("schema.unconfirmed", "/legend/visibility",
                    RuleText::tr("%1: a legend has either a visibility or other settings.").arg(label),
                    RuleText::tr("Settings show it anyway."))
            .fix = removeFix(RuleText::tr("Remove it"), context, "/legend/visibility");
    const Json &trellis = child(body, "trellis");
    const Json &rows = items(trellis, "rowsBy");
    const Json &columns = items(trellis, "columnsBy");
    const std::string row = rows.empty() ? std::string() : stringMember(rows.front(), "columnId");
    if (!row.empty() && !columns.empty() && row == stringMember(columns.front(), "columnId"))
        context
            .report("chart.trellis", "/trellis/columnsBy",
                    RuleText::tr("%1: rows and columns of the trellis are the same.").arg(label),
                    RuleText::tr("Use two different columns, or only one direction."))
            .fix = removeFix(RuleText::tr("Keep only the rows"), context, "/trellis/columnsBy");
}

bool hasAggregate(const std::string &text)
{
    bool found = false;
    formula::visit(formula::parse(text).root, [&](const formula::NodePtr &node) {
        const auto *call = formula::as<formula::Call>(node);
        const formula::Function *function = call ? formula::FunctionCatalogue::shipped().find(call->name) : nullptr;
        found |= function && function->kind == formula::FunctionKind::Aggregate;
    });
    return found;
}

void checkSilentDrops(CheckContext &context, const Json &body, const ElementFacts &facts)
{
    const QString label = labelOf(facts);
    if (isOneOf(facts.kind, {"pie-chart", "kpi-chart", "pivot-table", "table"}) && has(body, "trellis") &&
        !context.catalogue())
        context
            .report("chart.dropped", "/trellis", RuleText::tr("%1: Sigma forgets a trellis on this kind.").arg(label))
            .fix = removeFix(RuleText::tr("Remove the trellis"), context, "/trellis");
    if (isOneOf(facts.kind, {"pie-chart", "donut-chart"}) && has(child(body, "color"), "scheme"))
        context
            .report("chart.dropped", "/color/scheme",
                    RuleText::tr("%1: Sigma forgets the colors of slices.").arg(label),
                    RuleText::tr("Slices take their colors from the theme's list of categories."))
            .fix = removeFix(RuleText::tr("Remove the colors"), context, "/color/scheme");
    if (facts.kind == "combo-chart") {
        const Json &series = items(child(body, "yAxis"), "columnIds");
        for (std::size_t i = 1; i < series.size(); ++i) {
            if (textAt(series[i], "type") == "bar") {
                const std::string path = "/yAxis/columnIds/" + std::to_string(i) + "/type";
                context
                    .report("chart.combo-bars", path,
                            RuleText::tr("%1: only the first series stays a bar; Sigma turns this one into a line.")
                                .arg(label))
                    .fix = setFix(RuleText::tr("Make it a line, as Sigma does"), context, path, "line");
            }
        }
    }
    const bool flat = facts.kind == "scatter-chart" && facts.source->groupingId.empty() &&
                      (facts.source->kind == FactsSource::Element ||
                       facts.source->kind == FactsSource::WarehouseTable || facts.source->kind == FactsSource::Sql);
    const Json &all = items(body, "columns");
    const auto aggregates = [](const Json &column) { return hasAggregate(stringMember(column, "formula")); };
    if (flat && std::any_of(all.begin(), all.end(), aggregates))
        context.report(
            "chart.scatter-source", "/source",
            RuleText::tr("%1 computes an aggregate on single rows: all points fall on one place.").arg(label),
            RuleText::tr("Group a table first, and let the chart read that grouping."));
}

// The value of a KPI computes its own aggregates: what it takes from other columns of the KPI that aggregate is empty.
void checkKpiValue(CheckContext &context, const Json &body, const ElementFacts &facts)
{
    const std::string id = stringMember(child(body, "value"), "columnId");
    std::map<std::string, std::string> formulas; // by folded names of the columns
    std::string formula, path;
    eachItem(body, "columns", "", [&](const Json &column, const std::string &at) {
        const ColumnFacts *known = facts.columnById(textAt(column, "id"));
        if (!known)
            return;
        formulas[known->fold] = stringMember(column, "formula");
        if (known->id == id) {
            formula = stringMember(column, "formula");
            path = at + "/formula";
        }
    });
    std::set<std::string> seen;
    const std::function<bool(const std::string &)> aggregates = [&](const std::string &fold) {
        const auto sibling = formulas.find(fold);
        if (sibling == formulas.end() || !seen.insert(fold).second)
            return false;
        const auto parts = referencesIn(sibling->second, TextLanguage::Formula);
        return hasAggregate(sibling->second) || std::any_of(parts.begin(), parts.end(), [&](const TextReference &at) {
                   return !at.reference.hasPrefix && aggregates(foldName(at.reference.name));
               });
    };
    for (const TextReference &at : referencesIn(formula, TextLanguage::Formula)) {
        seen.clear();
        if (!at.reference.hasPrefix && aggregates(foldName(at.reference.name)))
            context.report("chart.kpi-siblings", path,
                           RuleText::tr("%1: the value is computed from the column %2, which is empty here.")
                               .arg(labelOf(facts), inQuotes(at.reference.name)),
                           RuleText::tr("Write the aggregates into the formula of the value itself."));
    }
}

// What periods and trend run along.
void checkTimeline(CheckContext &context, const Json &body, const ElementFacts &facts)
{
    const std::string id = stringMember(child(body, "timeline"), "columnId");
    const ColumnFacts *column = id.empty() ? nullptr : facts.columnById(id);
    const formula::ValueType type = column ? context.typeOf(facts.key, id) : formula::ValueType::Any;
    if (type == formula::ValueType::Text || type == formula::ValueType::Number || type == formula::ValueType::Logical)
        context.report("chart.kpi-timeline", "/timeline/columnId",
                       RuleText::tr("%1: the timeline %2 holds no dates.").arg(labelOf(facts), inQuotes(column->name)),
                       RuleText::tr("Choose a column of dates, for example DateTrunc(\"month\", …)."));
}

void checkKpi(CheckContext &context, const Json &body, const ElementFacts &facts)
{
    checkKpiValue(context, body, facts);
    checkTimeline(context, body, facts);
    if (has(body, "comparison") && !has(body, "comparisonColumn") && !has(body, "periodComparison"))
        context
            .report("chart.kpi-comparison", "/comparison",
                    RuleText::tr("%1 compares with nothing.").arg(labelOf(facts)),
                    RuleText::tr("A comparison needs a comparison column or a period."))
            .fix = removeFix(RuleText::tr("Remove the comparison"), context, "/comparison");
}

void checkWaterfall(CheckContext &context, const Json &body, const ElementFacts &facts)
{
    const Json &shape = child(body, "waterfallShape");
    const bool series = has(body, "splitBy") || columnIdsOf(child(body, "yAxis")).size() >= 2;
    for (const char *key : {"endTotal", "subtotal"}) {
        if (has(shape, key) && !series)
            context
                .report("chart.waterfall-totals", std::string("/waterfallShape/") + key,
                        RuleText::tr("%1: totals need a split or at least two series.").arg(labelOf(facts)))
                .fix = removeFix(RuleText::tr("Remove the total"), context, std::string("/waterfallShape/") + key);
    }
}

// --- What is shown ---

bool isYear(const std::string &text)
{
    const formula::NodePtr root = formula::parse(text).root;
    const auto *call = formula::as<formula::Call>(root);
    if (!call)
        return false;
    const std::string name = foldName(call->name);
    const auto *part = call->arguments.empty() ? nullptr : formula::as<formula::TextLiteral>(call->arguments.front());
    return name == "year" || (name == "datepart" && part && foldName(part->value) == "year");
}

void checkYears(CheckContext &context, const Json &body, const ElementFacts &facts)
{
    std::vector<std::string> shown = {stringMember(child(body, "xAxis"), "columnId"),
                                      stringMember(child(body, "color"), "column"),
                                      stringMember(child(body, "color"), "columnId")};
    for (const char *shelf : {"rowsBy", "columnsBy"}) {
        for (const Json *holder : {&body, &child(body, "trellis")}) {
            for (const Json &entry : items(*holder, shelf))
                shown.push_back(stringMember(entry, "columnId"));
        }
    }
    const auto separates = [](const Json &format) { // thousands, as numbers without a format do
        return !format.is_object() || (textAt(format, "kind") == "number" &&
                                       textAt(format, "formatString").find(',') != std::string_view::npos);
    };
    eachItem(body, "columns", "", [&](const Json &column, const std::string &path) {
        const std::string text = stringMember(column, "formula");
        const std::string id = stringMember(column, "id");
        if (id.empty() || !separates(child(column, "format")) ||
            std::find(shown.begin(), shown.end(), id) == shown.end() || !isYear(text))
            return;
        context
            .report("chart.year-number", path + "/formula",
                    RuleText::tr("%1: the years of %2 will read 2,026.")
                        .arg(labelOf(facts), inQuotes(stringMember(column, "name"))),
                    RuleText::tr("Wrap the formula in Text(…), or give the column a format without separator."))
            .fix = setFix(RuleText::tr("Wrap in Text(…)"), context, path + "/formula", "Text(" + text + ')');
    });
}

void checkPivot(CheckContext &context, const Json &body, const QString &label)
{
    eachItem(body, "filters", "", [&](const Json &filter, const std::string &path) {
        if (textAt(filter, "kind") == "top-n")
            context.report("chart.pivot-top", path,
                           RuleText::tr("%1: this filter does not limit a pivot table.").arg(label),
                           RuleText::tr("Put it on the table that the pivot reads."));
    });
    if (has(body, "totals"))
        context
            .report("chart.pivot-totals", "/totals", RuleText::tr("%1 has totals; its CSV export may fail.").arg(label))
            .fix = removeFix(RuleText::tr("Remove the totals"), context, "/totals");
    for (const auto &[shelf, other] : {std::pair("rowsBy", "\"column"), std::pair("columnsBy", "\"row")}) {
        eachItem(body, shelf, "", [&, other = other](const Json &entry, const std::string &path) {
            const std::string by = stringMember(child(entry, "sort"), "by");
            for (const Json &column : items(body, "columns")) {
                const std::string formula =
                    by.empty() || textAt(column, "id") != by ? std::string() : foldName(textAt(column, "formula"));
                // A share of the other axis' total orders this one well.
                if (formula.find("percentoftotal(") != std::string::npos && formula.find(other) == std::string::npos)
                    context
                        .report("chart.pivot-sort", path + "/sort",
                                RuleText::tr("%1 is sorted by a share of its own total.").arg(label),
                                RuleText::tr("Sort by the value that the share is made of."))
                        .fix = removeFix(RuleText::tr("Remove the sorting"), context, path + "/sort");
            }
        });
    }
}

void checkShown(CheckContext &context, const Json &body, const ElementFacts &facts)
{
    const QString label = labelOf(facts);
    checkYears(context, body, facts);
    if (facts.kind == "pivot-table")
        checkPivot(context, body, label);
    if (!isCartesian(facts.kind))
        return;
    const Json &series = child(body, "yAxis");
    const bool none = child(series, "columnIds").is_array() && child(series, "columnIds").empty();
    const bool empty = !has(body, "xAxis") || !has(body, "yAxis") || none;
    if (empty && !context.hasFindingAt("/xAxis") && !context.hasFindingAt("/yAxis"))
        context.report("chart.no-axes", has(body, "xAxis") ? "/yAxis" : "/xAxis",
                       RuleText::tr("%1 shows nothing yet: an axis has no column.").arg(label),
                       RuleText::tr("Choose a column for the x axis and at least one for the y axis."));
    for (const char *axis : {"xAxis", "yAxis", "yAxis2"}) {
        if (textAt(child(child(child(body, axis), "format"), "scale"), "type") == "log")
            context.report("chart.log-scale", std::string("/") + axis + "/format/scale/type",
                           RuleText::tr("%1: exported pictures show this axis linear.").arg(label));
    }
}

void checkElement(CheckContext &context, const Object &element, const ElementFacts &facts)
{
    const Json &body = element.body();
    const QString label = labelOf(facts);
    checkFormats(context, body, label);
    checkFilterValues(context, body, label);
    checkChartSettings(context, body, facts);
    if (!isChartKind(facts.kind) && facts.kind != "table" && facts.kind != "pivot-table")
        return;
    checkFrame(context, body, label);
    if (isCartesian(facts.kind)) {
        checkAxes(context, body, facts);
        checkMarks(context, body, label);
    }
    checkSilentDrops(context, body, facts);
    checkShown(context, body, facts);
    if (facts.kind == "kpi-chart")
        checkKpi(context, body, facts);
    if (facts.kind == "waterfall-chart")
        checkWaterfall(context, body, facts);
    const std::string hole = stringMember(child(body, "holeValue"), "columnId");
    if (facts.kind == "donut-chart" && !hole.empty() && hole == stringMember(child(body, "value"), "columnId"))
        context
            .report("chart.hole-value", "/holeValue/columnId",
                    RuleText::tr("%1 shows its own value in the hole.").arg(label),
                    RuleText::tr("The hole needs another column; add one with the same formula."))
            .fix = removeFix(RuleText::tr("Leave the hole empty"), context, "/holeValue");
}

std::vector<RuleInfo> rows()
{
    return {
        {"chart.second-axis", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Second axis"),
         QT_TRANSLATE_NOOP("Rules", "Columns of the second axis are also listed on the first."),
         "'X' is not listed on yAxis.columnIds"},
        {"chart.hidden-axis", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Hidden axis with settings"),
         QT_TRANSLATE_NOOP("Rules", "A hidden axis allows no other key in its format."), "Invalid kind"},
        {"chart.trendline", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Trend lines"),
         QT_TRANSLATE_NOOP("Rules", "Trend lines need an x axis and exclude stacking and colors by category."),
         "Invalid kind"},
        {"chart.gap", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Gap between sets"),
         QT_TRANSLATE_NOOP("Rules", "A gap between sets needs clustered sets of bars."),
         "betweenSets is only supported when the chart has clustered bar sets"},
        {"chart.legend", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Hidden legend with settings"),
         QT_TRANSLATE_NOOP("Rules", "A legend is either hidden or has settings."), "Invalid kind"},
        {"chart.band", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Reference band without an end"),
         QT_TRANSLATE_NOOP("Rules", "Reference bands need a second value."), "refMarks[0]: Invalid value"},
        {"chart.trellis", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Trellis with one column twice"),
         QT_TRANSLATE_NOOP("Rules", "Rows and columns of a trellis use two different columns.")},
        {"chart.dropped", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Forgotten chart settings"),
         QT_TRANSLATE_NOOP("Rules", "Settings that Sigma accepts on this kind of chart and forgets.")},
        {"chart.combo-bars", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Second bar of a combination chart"),
         QT_TRANSLATE_NOOP("Rules",
                           "Only the first series of a combination chart stays a bar; later bars become lines.")},
        {"chart.scatter-source", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Scatter chart on single rows"),
         QT_TRANSLATE_NOOP(
             "Rules",
             "Scatter charts read a grouping of a table; an aggregate on single rows puts all points on one place.")},
        {"chart.kpi-comparison", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Comparison of a KPI"),
         QT_TRANSLATE_NOOP("Rules", "A comparison needs a comparison column or a period."),
         "requires a comparison column or period comparison on the KPI"},
        {"chart.kpi-siblings", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "KPI computed from its own columns"),
         QT_TRANSLATE_NOOP("Rules", "The value of a KPI must hold its aggregates itself; references to other "
                                    "aggregates of the KPI are empty.")},
        {"chart.waterfall-totals", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Totals of a waterfall chart"),
         QT_TRANSLATE_NOOP("Rules", "End total and subtotals need a split or at least two series."),
         "Invalid kind: \"waterfall-chart\""},
        {"chart.number-format", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Number format"),
         QT_TRANSLATE_NOOP(
             "Rules",
             "Number formats are d3 formats; masks of spreadsheets are rejected, and $ is the only currency sign."),
         "Invalid number format string: '…'"},
        {"chart.date-format", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Date format"),
         QT_TRANSLATE_NOOP(
             "Rules", "Date formats are those of strftime; letters without a percent sign are shown as they are.")},
        {"chart.no-axes", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Chart without axes"),
         QT_TRANSLATE_NOOP("Rules", "A chart shows something only when its axes have columns.")},
        {"chart.year-number", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Years as numbers"),
         QT_TRANSLATE_NOOP("Rules",
                           "A year that is a number is written with a separator: 2,026. As a text it is not.")},
        {"chart.log-scale", Severity::Info, QT_TRANSLATE_NOOP("Rules", "Logarithmic axis in pictures"),
         QT_TRANSLATE_NOOP("Rules", "Picture exports of Sigma draw a logarithmic axis as a linear one.")},
        {"chart.pivot-top", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Top filter on a pivot table"),
         QT_TRANSLATE_NOOP("Rules", "A filter for the top or bottom rows does not limit a pivot table.")},
        {"chart.pivot-sort", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Pivot sorted by a share"),
         QT_TRANSLATE_NOOP("Rules", "Sorting an axis by a percentage of its own total has no stable order.")},
        {"chart.pivot-totals", Severity::Info, QT_TRANSLATE_NOOP("Rules", "Totals and the CSV export"),
         QT_TRANSLATE_NOOP("Rules", "The CSV export of a pivot table with totals has failed in Sigma.")},
        {"chart.number-mask", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Mask of a spreadsheet"),
         QT_TRANSLATE_NOOP("Rules",
                           "Some masks of spreadsheets can be read as number formats, but mean something else: "
                           "0.00 shows one digit, .2f two after the dot.")},
        {"chart.foreign-setting", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Setting of another kind of chart"),
         QT_TRANSLATE_NOOP("Rules", "Reference marks, trend lines, gaps and second axes belong to charts with axes, "
                                    "orientation to bars, stacking to bars and areas, conditional formats to tables, "
                                    "heavy dividers to pivot tables.")},
        {"chart.series-twice", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Two line styles for one series"),
         QT_TRANSLATE_NOOP("Rules", "Each series is listed once among the line styles."),
         "Invalid kind: \"line-chart\""},
        {"chart.empty-scale", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Scale without values"),
         QT_TRANSLATE_NOOP("Rules", "A color scale or bars that include neither values nor subtotals show nowhere.")},
        {"chart.filter-control", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Filter with the name of a control"),
         QT_TRANSLATE_NOOP("Rules",
                           "Filters of elements hold fixed values. What looks like a reference is compared as a "
                           "text, letter by letter.")},
        {"chart.kpi-timeline", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Timeline without dates"),
         QT_TRANSLATE_NOOP("Rules", "The timeline of a KPI is a column of dates.")},
        {"chart.hole-value", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Value in the hole of a donut"),
         QT_TRANSLATE_NOOP("Rules", "The hole shows another column than the slices.")},
    };
}

} // namespace

RuleTopic chartTopic()
{
    return {QT_TRANSLATE_NOOP("Rules", "Charts"), rows(), {}, checkElement, {}, {}};
}

} // namespace tessera::model
