// SPDX-License-Identifier: GPL-3.0-or-later
// Values of controls, filters of elements and what both share: ranges, ranks, defaults.
// Source: Sigma's control types, wiring rules, silent failures; element filters.
#include <algorithm>
#include <set>

#include "model/base/json_text.h"
#include "model/checks/rules/rule_support.h"

namespace tessera::model {

namespace {

// Ranks go with counts, percentiles with percents.
void checkRanking(CheckContext &context, const Json &holder, const std::string &path, const QString &label)
{
    const std::string_view function = textAt(holder, "rankingFunction"), mode = textAt(holder, "mode");
    const bool percent = isOneOf(function, {"rank-percentile", "cume-dist"});
    if (!percent && !isOneOf(function, {"rank", "rank-dense", "row-number"}))
        return;
    if (mode.empty() || mode.ends_with(percent ? "-percentile" : "-n"))
        return;
    const std::string fitting =
        std::string(mode.starts_with("bottom") ? "bottom" : "top") + (percent ? "-percentile" : "-n");
    context
        .report("control.ranking", path + "/mode",
                RuleText::tr("%1: %2 does not go with the ranking %3.").arg(label, inQuotes(mode), inQuotes(function)),
                RuleText::tr("Ranks and row numbers keep a count of rows, percentiles a percentage."))
        .fix = setFix(RuleText::tr("Change it to %1").arg(inQuotes(fitting)), context, path + "/mode", fitting);
}

// Low and high end the wrong way round.
void checkEnds(CheckContext &context, const Json &holder, const std::string &path, const char *lowKey,
               const char *highKey, const QString &label)
{
    const Json &low = child(holder, lowKey), &high = child(holder, highKey);
    const bool numbers = low.is_number() && high.is_number() && low.get<double>() > high.get<double>();
    const bool dates = low.is_string() && high.is_string() && textOf(low).size() >= 10 && textOf(low) > textOf(high);
    if (!numbers && !dates)
        return;
    const std::string from = path + '/' + lowKey, to = path + '/' + highKey;
    context.report("control.range", from, RuleText::tr("%1: the low end lies above the high end.").arg(label))
        .fix = changesFix(RuleText::tr("Exchange them"), [scope = context.scope(), key = context.key(), from, to, low,
                                                          high](const Workbook &) {
        return std::vector<Change>{SetProperty{scope, key, from, low, high}, SetProperty{scope, key, to, high, low}};
    });
}

void checkFilters(CheckContext &context, const Json &body, const QString &label)
{
    std::set<std::string> columns;
    eachItem(body, "filters", "", [&](const Json &filter, const std::string &path) {
        const std::string column = stringMember(filter, "columnId");
        if (!column.empty() && !columns.insert(column).second)
            context.report("control.filter-twice", path + "/columnId",
                           RuleText::tr("%1 filters the column %2 twice.").arg(label, inQuotes(column)),
                           RuleText::tr("An element has one filter for each column. Put both conditions into one, or "
                                        "filter a copy of the column."));
        checkRanking(context, filter, path, label);
        checkEnds(context, filter, path, "min", "max", label);
        checkEnds(context, filter, path, "startDate", "endDate", label);
    });
}

// Sigma takes "5" for a text: on a column of numbers nothing equals it.
void checkFormats(CheckContext &context, const Json &body, const ElementFacts &facts)
{
    eachItem(body, "conditionalFormats", "", [&](const Json &format, const std::string &path) {
        const bool numbers =
            std::any_of(items(format, "columnIds").begin(), items(format, "columnIds").end(), [&](const Json &column) {
                return context.typeOf(facts.key, stringOf(column)) == formula::ValueType::Number;
            });
        for (const char *key : {"value", "low", "high"}) {
            const Json &value = child(format, key);
            const auto number = numbers && value.is_string() ? readJson(stringOf(value)) : Result<Json>(Json());
            if (number && number->is_number())
                context
                    .report("control.format-value", path + '/' + key,
                            RuleText::tr("%1 compares numbers with the text %2.")
                                .arg(labelOf(facts), inQuotes(stringOf(value))),
                            RuleText::tr("Sigma writes numbers as texts when it returns them, and wants numbers back."))
                    .fix = setFix(RuleText::tr("Write it as a number"), context, path + '/' + key, *number);
        }
    });
}

// A default that the values of the control do not have is forgotten.
void checkDefault(CheckContext &context, const Json &body, const QString &label)
{
    const Json &source = child(body, "source");
    if (textAt(source, "kind") != "manual" || items(source, "values").empty())
        return;
    const Json &offered = items(source, "values");
    const auto missing = [&](const Json &value) {
        return !value.is_null() && !value.is_structured() &&
               std::find(offered.begin(), offered.end(), value) == offered.end();
    };
    const QString hint = RuleText::tr("Sigma forgets it, and the control shows “Select value”.");
    if (missing(child(body, "value")))
        context
            .report("control.default-value", "/value",
                    RuleText::tr("%1 starts with a value it does not offer.").arg(label), hint)
            .fix = setFix(RuleText::tr("Start with nothing"), context, "/value", nullptr);
    eachItem(body, "values", "", [&](const Json &value, const std::string &path) {
        if (missing(value))
            context
                .report("control.default-value", path,
                        RuleText::tr("%1 starts with a value it does not offer.").arg(label), hint)
                .fix = removeFix(RuleText::tr("Remove it"), context, path);
    });
}

// While an input table has no rows, no default is one of its values.
void checkInputDefault(CheckContext &context, const Json &body, const QString &label)
{
    const FactsPtr table = context.byId(stringMember(child(child(body, "source"), "source"), "elementId"));
    const bool starts = !items(body, "values").empty() || (has(body, "value") && !child(body, "value").is_null());
    if (table && table->kind == "input-table" && starts)
        context.report("control.input-default", has(body, "value") ? "/value" : "/values",
                       RuleText::tr("%1 takes its values from %2; its default is lost while that is empty.")
                           .arg(label, labelOf(*table)),
                       RuleText::tr("Start with nothing, or make sure that the table has a row with this value."));
}

void checkDrill(CheckContext &context, const Json &body, const QString &label)
{
    const std::size_t levels = items(body, "categories").size();
    eachItem(body, "targets", "", [&](const Json &target, const std::string &path) {
        if (items(target, "columnIds").size() != levels)
            context.report(
                "control.drill-levels", path + "/columnIds",
                RuleText::tr("%1: a target does not name one column for each level.").arg(label),
                RuleText::tr("Same number, same order; write null for a level that the target does not follow."));
    });
}

void checkControl(CheckContext &context, const Json &body, const ElementFacts &facts)
{
    const QString label = labelOf(facts);
    if (facts.controlType == "top-n")
        checkRanking(context, body, {}, label);
    if (facts.controlType == "date-range")
        checkEnds(context, body, {}, "startDate", "endDate", label);
    if (isOneOf(facts.controlType, {"slider", "range-slider", "number-range"}))
        checkEnds(context, body, {}, "low", "high", label);
    if (facts.controlType == "segmented" && items(child(body, "source"), "values").size() > 7)
        context.report("control.many-segments", "/source/values",
                       RuleText::tr("%1 has more choices than fit side by side.").arg(label),
                       RuleText::tr("About seven are shown. A list control takes any number."));
    if (isOneOf(facts.controlType, {"list", "segmented"})) {
        checkDefault(context, body, label);
        checkInputDefault(context, body, label);
    }
    if (facts.controlType == "drill")
        checkDrill(context, body, label);
    const Json &low = child(body, "low"), &high = child(body, "high"), &value = child(body, "value");
    const bool scaled = facts.controlType == "slider" && low.is_number() && high.is_number() && value.is_number();
    if (scaled && (value.get<double>() < std::min(low.get<double>(), high.get<double>()) ||
                   value.get<double>() > std::max(low.get<double>(), high.get<double>())))
        context.report("control.default-value", "/value", RuleText::tr("%1 starts outside of its scale.").arg(label))
            .fix = setFix(RuleText::tr("Start at the low end"), context, "/value", low);
}

void checkElement(CheckContext &context, const Object &element, const ElementFacts &facts)
{
    if (facts.kind == "control")
        checkControl(context, element.body(), facts);
    else
        checkFilters(context, element.body(), labelOf(facts));
    checkFormats(context, element.body(), facts);
}

std::vector<RuleInfo> rows()
{
    return {
        {"control.range", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Ends of a range"),
         QT_TRANSLATE_NOOP("Rules", "The low end of a range lies below the high end; otherwise nothing is in it.")},
        {"control.ranking", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Ranking and what it keeps"),
         QT_TRANSLATE_NOOP("Rules",
                           "Top and bottom counts go with ranks and row numbers, percentages with percentile ranks."),
         "Invalid kind"},
        {"control.format-value", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Number written as a text"),
         QT_TRANSLATE_NOOP(
             "Rules",
             "The operand of a conditional format has the type of its column. Sigma returns numbers as texts.")},
        {"control.filter-twice", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Two filters on one column"),
         QT_TRANSLATE_NOOP("Rules", "An element has one filter for each column.")},
        {"control.default-value", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Default that is not offered"),
         QT_TRANSLATE_NOOP("Rules", "A control forgets a default that its values do not have.")},
        {"control.input-default", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Default from an empty input table"),
         QT_TRANSLATE_NOOP(
             "Rules", "The default of a list is dropped while the column it takes its values from has no such value.")},
        {"control.many-segments", Severity::Info, QT_TRANSLATE_NOOP("Rules", "Many segments"),
         QT_TRANSLATE_NOOP("Rules", "A segmented control shows about seven choices.")},
        {"control.drill-levels", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Levels of a drill control"),
         QT_TRANSLATE_NOOP("Rules", "Each target of a drill control names one column, or null, for each level."),
         "Invalid kind: \"control\""},
    };
}

} // namespace

RuleTopic controlTopic()
{
    return {QT_TRANSLATE_NOOP("Rules", "Filters and values of controls"), rows(), {}, checkElement, {}, {}};
}

} // namespace tessera::model
