// SPDX-License-Identifier: GPL-3.0-or-later
// Values of controls, filters of elements and what both share: ranges, ranks, defaults.
// Source: Sigma's control types, wiring rules, silent failures; element filters.
#include <algorithm>
#include <map>

#include "model/base/json_text.h"
#include "model/checks/rules/rule_support.h"
#include "model/checks/rules/value_list_rules.h"
#include "model/edit/property_edit.h"
#include "model/formula/lexer.h"

namespace tessera::model {

namespace {

// What the documents list for a form without saying that Sigma insists on it.
void checkExpected(CheckContext &context, const Json &body, const char *key, const Json &value, const QString &label)
{
    if (has(body, key))
        return;
    const std::string path = std::string("/") + key;
    context
        .report("schema.unconfirmed", path, RuleText::tr("%1: %2 is missing.").arg(label, inQuotes(key)),
                RuleText::tr("Sigma writes it for this form; without it the control may lose its setting."))
        .fix = setFix(RuleText::tr("Set it to its default"), context, path, value);
}

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

// Two filters that differ in their ids only.
bool isSameFilter(Json one, Json other)
{
    for (Json *filter : {&one, &other}) {
        if (filter->is_object())
            filter->erase("id");
    }
    return one == other;
}

void checkFilters(CheckContext &context, const Json &body, const QString &label)
{
    std::map<std::string, const Json *> columns;
    eachItem(body, "filters", "", [&](const Json &filter, const std::string &path) {
        const std::string column = stringMember(filter, "columnId");
        const auto [first, isNew] = columns.try_emplace(column, &filter);
        if (!column.empty() && !isNew) {
            Diagnostic &finding = context.report(
                "control.filter-twice", path + "/columnId",
                RuleText::tr("%1 filters the column %2 twice.").arg(label, inQuotes(column)),
                RuleText::tr(
                    "An element has one filter for each column. Put both conditions into one, or filter a copy "
                    "of the column."));
            if (isSameFilter(*first->second, filter))
                finding.fix = removeFix(RuleText::tr("Remove the second, which is the same"), context, path);
        }
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
    const QString hint = textAt(body, "controlType") == "list"
                             ? RuleText::tr("Sigma forgets it, and the control shows “Select value”.")
                             : RuleText::tr("Sigma keeps it, but none of the choices is shown as chosen.");
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

// While an input table has no rows, no default of a list is one of its values. Other controls keep theirs.
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
    const Json &categories = items(body, "categories");
    const std::size_t levels = categories.size();
    eachItem(body, "targets", "", [&](const Json &target, const std::string &path) {
        const Json &columns = items(target, "columnIds");
        if (levels > 0 && columns.size() != levels)
            context
                .report(
                    "control.drill-levels", path + "/columnIds",
                    RuleText::tr("%1: a target does not name one column for each level.").arg(label),
                    RuleText::tr("Same number, same order; write null for a level that the target does not follow."))
                .fix =
                resizeFix(RuleText::tr("Fill up with null, or cut"), context, path + "/columnIds", columns, levels);
    });
    const std::string active = stringMember(body, "value");
    const bool known = std::any_of(categories.begin(), categories.end(),
                                   [&](const Json &level) { return textAt(level, "columnId") == active; });
    if (levels > 0 && categories.front().is_object() && !active.empty() && !known)
        context
            .report("control.drill-value", "/value",
                    RuleText::tr("%1 starts at %2, which is none of its levels.").arg(label, inQuotes(active)),
                    RuleText::tr("The value is the column of one of the categories."))
            .fix =
            setFix(RuleText::tr("Start at the outer level"), context, "/value", child(categories.front(), "columnId"));
}

// Readers of one page do not see the controls of another, which filter all the same.
void checkOtherPages(CheckContext &context, const Json &body, const ElementFacts &facts)
{
    if (facts.start->value.empty())
        return;
    const CheckContext::Block own = context.blockOfElement(facts.id);
    if (!own.object || own.scope != Scope::Page)
        return;
    eachItem(body, "filters", "", [&](const Json &filter, const std::string &path) {
        const std::string table = stringMember(child(filter, "source"), "elementId");
        for (const FactsPtr &other : context.startingOn(filterTarget(table, textAt(filter, "columnId")))) {
            if (other->key == facts.key || other->start->value == facts.start->value)
                continue;
            const CheckContext::Block there = context.blockOfElement(other->id);
            if (!there.object || there.scope != Scope::Page || there.object == own.object)
                continue;
            const FactsPtr filtered = context.byId(table);
            context.report(
                "control.two-pages", path,
                RuleText::tr("%1 and %2 on %3 filter the same column of %4, but start differently.")
                    .arg(labelOf(facts), labelOf(*other), labelOf(*there.object, Scope::Page),
                         filtered ? labelOf(*filtered) : inQuotes(table)),
                RuleText::tr(
                    "Both filters apply on both pages, so little or nothing is left. Give each page a base table of "
                    "its own, or make one of them a synced control."));
            return;
        }
    });
}

// {min, max} inside “value”: ends stand beside the control type.
void checkNestedEnds(CheckContext &context, const Json &body, const QString &label, const char *lowKey,
                     const char *highKey)
{
    const Json &value = child(body, "value");
    if (!value.is_object() || !(has(value, "min") || has(value, "max")))
        return;
    const auto make = [key = context.key(), lowKey, highKey](const Workbook &workbook) -> std::vector<Change> {
        const Object *control = workbook.elements.find(key);
        if (!control)
            return {};
        const Json ends = child(control->body(), "value");
        std::vector<Change> changes = setProperty(workbook, Scope::Element, key, "/value", std::nullopt);
        for (const auto &[from, to] : {std::pair("min", lowKey), std::pair("max", highKey)}) {
            if (!has(ends, from) || has(control->body(), to))
                continue;
            for (Change &change : setProperty(workbook, Scope::Element, key, std::string("/") + to, child(ends, from)))
                changes.push_back(std::move(change));
        }
        return changes;
    };
    context
        .report("schema.dropped-key", "/value",
                RuleText::tr("%1: Sigma forgets ends inside %2.").arg(label, inQuotes("value")),
                RuleText::tr("Write %1 and %2 beside the control type.").arg(inQuotes(lowKey), inQuotes(highKey)))
        .fix = changesFix(RuleText::tr("Write them beside it"), make);
}

void checkDateRange(CheckContext &context, const Json &body, const QString &label)
{
    checkEnds(context, body, {}, "startDate", "endDate", label);
    const std::string_view mode = textAt(body, "mode");
    if (mode == "between")
        checkNestedEnds(context, body, label, "startDate", "endDate");
    if (isOneOf(mode, {"last", "next"}))
        checkExpected(context, body, "includeToday", false, label);
    const bool counted = child(body, "startDate").is_object() || child(body, "endDate").is_object();
    if (mode == "between" && counted)
        context
            .report("schema.unconfirmed", "/mode",
                    RuleText::tr("%1 counts days from now, which ranges of the mode “between” do not.").arg(label),
                    RuleText::tr("“between” takes two dates; the mode “custom” takes dates and days counted from now."))
            .fix = setFix(RuleText::tr("Change the mode to “custom”"), context, "/mode", "custom");
    for (const char *key : {"startDate", "endDate"}) {
        if (mode == "custom" && !has(body, key))
            context.report("schema.unconfirmed", std::string("/") + key,
                           RuleText::tr("%1: %2 is missing.").arg(label, inQuotes(key)),
                           RuleText::tr("A range of the mode “custom” has two ends; “between” may leave one open."));
    }
}

// The scale of a slider, and the handles on it.
void checkScale(CheckContext &context, const Json &body, const QString &label,
                std::initializer_list<const char *> handles)
{
    const Json &low = child(body, "low"), &high = child(body, "high");
    if (!low.is_number() || !high.is_number())
        return;
    const double from = std::min(low.get<double>(), high.get<double>()),
                 to = std::max(low.get<double>(), high.get<double>());
    for (const char *key : handles) {
        const Json &value = child(body, key);
        if (!value.is_number() || (value.get<double>() >= from && value.get<double>() <= to))
            continue;
        const bool below = value.get<double>() < from;
        context
            .report("control.default-value", std::string("/") + key,
                    RuleText::tr("%1 starts outside of its scale.").arg(label))
            .fix = setFix(below ? RuleText::tr("Start at the low end") : RuleText::tr("Start at the high end"), context,
                          std::string("/") + key, below == (low.get<double>() <= high.get<double>()) ? low : high);
    }
}

// Ids count upper and lower case, though formulas do not.
void checkMirrored(CheckContext &context, const ElementFacts &facts, const QString &label)
{
    const auto primaries = context.byHandle(foldName(facts.handle));
    const auto same = [&](const FactsPtr &primary) { return primary->handle == facts.handle; };
    if (primaries.empty() || std::any_of(primaries.begin(), primaries.end(), same))
        return;
    const std::string &handle = primaries.front()->handle;
    context
        .report("schema.unconfirmed", "/controlId",
                RuleText::tr("%1: the control it mirrors is called %2.").arg(label, inQuotes(handle)),
                RuleText::tr("Ids count upper and lower case."))
        .fix = setFix(RuleText::tr("Write %1").arg(inQuotes(handle)), context, "/controlId", handle);
}

void checkRanges(CheckContext &context, const Json &body, std::string_view type, const QString &label)
{
    if (type == "date-range")
        checkDateRange(context, body, label);
    if (isOneOf(type, {"slider", "range-slider", "number-range"}))
        checkEnds(context, body, {}, "low", "high", label);
    if (type == "slider")
        checkScale(context, body, label, {"value"});
    if (type == "range-slider") {
        checkEnds(context, body, {}, "min", "max", label);
        checkScale(context, body, label, {"min", "max"});
        checkNestedEnds(context, body, label, "min", "max");
    }
    if (type == "number-range") {
        checkNestedEnds(context, body, label, "low", "high");
        checkExpected(context, body, "filters", Json::array(), label);
    }
}

void checkControl(CheckContext &context, const Json &body, const ElementFacts &facts)
{
    const QString label = labelOf(facts);
    const std::string_view type = facts.controlType;
    if (type == "top-n")
        checkRanking(context, body, {}, label);
    checkRanges(context, body, type, label);
    if (type == "segmented" && items(child(body, "source"), "values").size() > 7)
        context.report("control.many-segments", "/source/values",
                       RuleText::tr("%1 has more choices than fit side by side.").arg(label),
                       RuleText::tr("About seven are shown. A list control takes any number."));
    if (isOneOf(type, {"list", "segmented", "drill"}))
        checkOfferedValues(context, body, label);
    if (isOneOf(type, {"list", "segmented"}))
        checkDefault(context, body, label);
    if (type == "list") {
        checkInputDefault(context, body, label);
        if (textAt(body, "selectionMode") == "single" && !has(body, "values"))
            checkExpected(context, body, "value", nullptr, label);
    }
    if (type == "drill")
        checkDrill(context, body, label);
    if (type == "hierarchy" && has(body, "source")) // known by its message, though the type is not confirmed
        context
            .report("schema.rejected-key", "/source",
                    RuleText::tr("%1: Sigma rejects %2.").arg(label, inQuotes("source")),
                    RuleText::tr("Sigma answers “Invalid source for hierarchy control”."))
            .fix = removeFix(RuleText::tr("Remove it"), context, "/source");
    if (type == "synced")
        checkMirrored(context, facts, label);
    checkOtherPages(context, body, facts);
}

void checkElement(CheckContext &context, const Object &element, const ElementFacts &facts)
{
    if (facts.kind == "control")
        checkControl(context, element.body(), facts);
    else
        checkFilters(context, element.body(), labelOf(facts));
    if (facts.kind == "input-table") {
        const QString label = labelOf(facts);
        eachItem(element.body(), "columns", "", [&](const Json &column, const std::string &path) {
            if (has(column, "range"))
                checkEnds(context, child(column, "range"), path + "/range", "min", "max", label);
        });
    }
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
         QT_TRANSLATE_NOOP(
             "Rules", "A list forgets a default that its values do not have; other controls show no choice as chosen."),
         "Select value"},
        {"control.input-default", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Default from an empty input table"),
         QT_TRANSLATE_NOOP(
             "Rules", "The default of a list is dropped while the column it takes its values from has no such value.")},
        {"control.two-pages", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Controls of two pages on one column"),
         QT_TRANSLATE_NOOP("Rules", "Controls filter wherever they stand: two that start differently on two pages and "
                                    "filter one column of one "
                                    "table leave nothing.")},
        {"control.value-source", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Values of a column, not nested"),
         QT_TRANSLATE_NOOP(
             "Rules", "The values of a column are written with the table one level deeper: the source of the source."),
         "Invalid kind: \"control\""},
        {"control.value-objects", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Values with their labels inside"),
         QT_TRANSLATE_NOOP("Rules", "Own values and their labels are two lists, not a list of pairs."),
         "Invalid kind: \"control\""},
        {"control.value-type", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Values of another type"),
         QT_TRANSLATE_NOOP("Rules", "The values of a control are texts or numbers, as its valueType says.")},
        {"control.drill-value", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Level a drill control starts at"),
         QT_TRANSLATE_NOOP("Rules", "The value of a drill control is the column of one of its levels, or null.")},
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
