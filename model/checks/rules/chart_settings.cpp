// SPDX-License-Identifier: GPL-3.0-or-later
// Settings of charts and tables that belong to another kind, are forgotten, or do nothing as they stand.
// Source: Sigma's channel matrix, marks and overlays, table style, conditional formats, element filters, silent drops.
#include <set>

#include "model/checks/rules/chart_parts.h"
#include "model/formula/lexer.h"
#include "model/formula/template_scanner.h"
#include "model/schema/catalogue.h"

namespace tessera::model {

namespace {

// Kinds whose settings are known; the others (gauge, sankey, funnel, box) may have more than anybody wrote down.
bool isKnownKind(std::string_view kind)
{
    return isCartesian(kind) || isOneOf(kind, {"pie-chart", "donut-chart", "kpi-chart", "treemap-chart", "region-map",
                                               "point-map", "geography-map", "pivot-table", "table", "input-table"});
}

bool isTable(std::string_view kind)
{
    return isOneOf(kind, {"table", "pivot-table", "input-table"});
}

struct Belonging
{
    const char *key;
    bool (*fits)(std::string_view kind);
    const char *owners;
};

const Belonging belongings[] = {
    {"refMarks", isCartesian, QT_TRANSLATE_NOOP("RuleText", "charts with axes")},
    {"trendlines", isCartesian, QT_TRANSLATE_NOOP("RuleText", "charts with axes")},
    {"yAxis2", isCartesian, QT_TRANSLATE_NOOP("RuleText", "charts with axes")},
    {"gap", isCartesian, QT_TRANSLATE_NOOP("RuleText", "charts with axes")},
    {"orientation", [](std::string_view kind) { return kind == "bar-chart"; },
     QT_TRANSLATE_NOOP("RuleText", "bar charts")},
    {"stacking",
     [](std::string_view kind) {
         return isOneOf(kind, {"bar-chart", "area-chart", "combo-chart"});
     },
     QT_TRANSLATE_NOOP("RuleText", "bar and area charts")},
    {"seriesDataLabel", [](std::string_view kind) { return kind == "combo-chart"; },
     QT_TRANSLATE_NOOP("RuleText", "combination charts")},
    {"conditionalFormats", isTable, QT_TRANSLATE_NOOP("RuleText", "tables")},
    {"tableStyle", isTable, QT_TRANSLATE_NOOP("RuleText", "tables")},
    {"columnSecurities",
     [](std::string_view kind) {
         return isOneOf(kind, {"table", "input-table"});
     },
     QT_TRANSLATE_NOOP("RuleText", "plain tables")},
};

void reportForeign(CheckContext &context, const std::string &path, std::string_view key, const QString &label,
                   const QString &owners)
{
    context
        .report("chart.foreign-setting", path, RuleText::tr("%1: %2 belongs to %3.").arg(label, inQuotes(key), owners),
                RuleText::tr("Sigma rejects or forgets it here."))
        .fix = removeFix(RuleText::tr("Remove it"), context, path);
}

void checkBelongings(CheckContext &context, const Json &body, const ElementFacts &facts, const QString &label)
{
    const KindSpec *kind = context.catalogue() ? context.catalogue()->element(facts.kind) : nullptr;
    for (const Belonging &row : belongings) {
        const bool told = kind && kind->type->field(row.key); // with words of its own
        if (has(body, row.key) && !row.fits(facts.kind) && !told)
            reportForeign(context, std::string("/") + row.key, row.key, label, RuleText::tr(row.owners));
    }
    if (facts.kind == "pivot-table")
        return;
    for (const char *key : {"heavyVerticalDividers", "heavyHorizontalDividers"}) {
        if (has(child(body, "tableStyle"), key))
            reportForeign(context, std::string("/tableStyle/") + key, key, label, RuleText::tr("pivot tables"));
    }
}

void checkTooltip(CheckContext &context, const Json &body, const QString &label)
{
    for (const char *key : {"multiSeries", "valueFormat"}) {
        if (!has(child(body, "tooltip"), key))
            continue;
        const std::string path = std::string("/tooltip/") + key;
        context
            .report("chart.dropped", path,
                    RuleText::tr("%1: Sigma may forget %2 of the tooltip.").arg(label, inQuotes(key)),
                    RuleText::tr("Only the names of the columns stay on every kind of chart. Look at it after saving."))
            .fix = removeFix(RuleText::tr("Remove it"), context, path);
    }
}

// Each series has one style of its own.
void checkSeriesStyles(CheckContext &context, const Json &body, const QString &label)
{
    std::set<std::string> seen;
    eachItem(body, "seriesLineAreaStyle", "", [&](const Json &entry, const std::string &path) {
        const std::string column = stringMember(entry, "columnId");
        if (!column.empty() && !seen.insert(column).second)
            context
                .report("chart.series-twice", path + "/columnId",
                        RuleText::tr("%1: the series %2 has two line styles.").arg(label, inQuotes(column)))
                .fix = removeFix(RuleText::tr("Remove the second style"), context, path);
    });
}

// A scale that colors neither values nor subtotals.
void checkScales(CheckContext &context, const Json &body, const QString &label)
{
    eachItem(body, "conditionalFormats", "", [&](const Json &format, const std::string &path) {
        if (!isOneOf(textAt(format, "type"), {"backgroundScale", "dataBars"}))
            return;
        if (child(format, "includeValues") == Json(false) && child(format, "includeSubtotals") != Json(true))
            context
                .report("chart.empty-scale", path + "/includeValues",
                        RuleText::tr("%1: this format leaves out the values, so nothing shows it.").arg(label),
                        RuleText::tr("Keep includeValues on."))
                .fix = setFix(RuleText::tr("Show it on values"), context, path + "/includeValues", true);
    });
}

} // namespace

void checkChartSettings(CheckContext &context, const Json &body, const ElementFacts &facts)
{
    if (!isKnownKind(facts.kind))
        return;
    const QString label = labelOf(facts);
    checkBelongings(context, body, facts, label);
    if (isTable(facts.kind)) {
        checkScales(context, body, label);
        return;
    }
    checkTooltip(context, body, label);
    checkSeriesStyles(context, body, label);
}

void checkFilterValues(CheckContext &context, const Json &body, const QString &label)
{
    const auto test = [&](const Json &value, const std::string &path) {
        std::string_view text = textOf(value);
        if (const auto parts = scanTemplates(text); parts.size() == 1 && parts.front().closed)
            text = parts.front().formula.in(text);
        if (text.size() < 3 || text.front() != '[' || text.back() != ']')
            return;
        const std::string name(text.substr(1, text.size() - 2));
        if (!context.byHandle(foldName(name)).empty())
            context.report(
                "chart.filter-control", path,
                RuleText::tr("%1: the filter compares with the words %2, not with the control.")
                    .arg(label, inQuotes(text)),
                RuleText::tr("Filters of elements hold fixed values. Let the control filter the element instead."));
    };
    eachItem(body, "filters", "", [&](const Json &filter, const std::string &path) {
        eachItem(filter, "values", path, test);
        for (const char *key : {"value", "min", "max"}) {
            if (has(filter, key))
                test(child(filter, key), path + '/' + key);
        }
    });
}

} // namespace tessera::model
