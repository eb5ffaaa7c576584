// SPDX-License-Identifier: GPL-3.0-or-later
// What the schema catalogue says about every field: required, known, of the right type, one of the accepted words,
// within range, and referring to something that exists.
#include "model/checks/rules/schema_walk.h"

namespace tessera::model {

namespace {

void checkElement(CheckContext &context, const Object &element, const ElementFacts &facts)
{
    if (!context.catalogue())
        return;
    if (facts.kind == "control" && !context.catalogue()->control(facts.controlType)) {
        Diagnostic &finding = context.report(
            "schema.control-type", "/controlType",
            facts.controlType.empty() ? RuleText::tr("%1 does not say its control type.").arg(labelOf(facts))
                                      : RuleText::tr("%1: the control type %2 is not known.")
                                            .arg(labelOf(facts), inQuotes(facts.controlType)),
            RuleText::tr("Drop-downs and radio buttons are lists with a single selection; a toggle is a switch."));
        if (isOneOf(facts.controlType, {"toggle", "switch"}))
            finding.fix = setFix(RuleText::tr("Make it a switch"), context, "/controlType", "switch");
        else if (isOneOf(facts.controlType, {"dropdown", "radio", "multi-select"}))
            finding.fix = setFix(RuleText::tr("Make it a list"), context, "/controlType", "list");
        return;
    }
    if (const KindSpec *spec = context.catalogue()->kindOf(Scope::Element, element.body()))
        walkSchema(context, element.body(), &facts, labelOf(facts), *spec);
}

void checkBlock(CheckContext &context, const Object &block, Scope scope)
{
    const KindSpec *spec = context.catalogue() ? context.catalogue()->kindOf(scope, block.body()) : nullptr;
    if (spec)
        walkSchema(context, block.body(), nullptr, labelOf(block, scope), *spec);
}

void checkWorkbook(CheckContext &context, const Json &, const Json &contents, const Json &)
{
    const KindSpec *spec = context.catalogue() ? context.catalogue()->kindOf(Scope::Contents, contents) : nullptr;
    if (spec)
        walkSchema(context, contents, nullptr, RuleText::tr("The workbook"), *spec);
}

std::vector<RuleInfo> rows()
{
    return {
        {"schema.required", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Missing field"),
         QT_TRANSLATE_NOOP(
             "Rules", "A field that Sigma needs is missing. For elements Sigma does not name it: it only says that the "
                      "kind is invalid."),
         "Invalid kind: \"<kind>\", columns[N].formula: Invalid string: undefined"},
        {"schema.type", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Wrong type of value"),
         QT_TRANSLATE_NOOP("Rules", "A text stands where a number, list or map belongs, or the other way round."),
         "Invalid kind: \"<kind>\""},
        {"schema.variant", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Unknown form"),
         QT_TRANSLATE_NOOP("Rules",
                           "Effects, filters, sources and others say what they are by one word, which must be known."),
         "Invalid kind: \"<kind>\""},
        {"schema.unconfirmed", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Against what is known, but not for sure"),
         QT_TRANSLATE_NOOP("Rules", "The field, kind or form is not fully confirmed. As far as it is known, this value "
                                    "does not fit; Sigma may "
                                    "take it all the same.")},
        {"schema.color", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Color"),
         QT_TRANSLATE_NOOP(
             "Rules",
             "Colors are #rgb, #rrggbb or #rrggbbaa, or of the theme; backgrounds also transparent or auto. Palettes "
             "take no transparency."),
         "Invalid kind: \"<kind>\""},
        {"schema.old-form", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Form of an older generation"),
         QT_TRANSLATE_NOOP(
             "Rules", "Lists that used to be maps, and texts that used to be numbers, are rejected in their old form."),
         "Invalid ColorOverrides: object, Invalid kind: \"<kind>\""},
        {"schema.enum", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Word that is not accepted"),
         QT_TRANSLATE_NOOP(
             "Rules",
             "The field takes one of a few words. Several were renamed over time: start, middle and end became "
             "left, center and right, or top, center and bottom."),
         "Invalid kind: \"<kind>\""},
        {"schema.range", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Number out of range"),
         QT_TRANSLATE_NOOP("Rules", "The field takes numbers within limits.")},
        {"schema.rejected-key", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Rejected field"),
         QT_TRANSLATE_NOOP(
             "Rules",
             "An older or wrong name for a field, which Sigma no longer takes: {id} instead of {columnId}, table "
             "instead of tableElementId, and others."),
         "Invalid kind: \"<kind>\", backgroundImage.source: Invalid value: undefined, "
         "Invalid source for hierarchy control"},
        {"schema.dropped-key", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Forgotten field"),
         QT_TRANSLATE_NOOP("Rules", "Sigma accepts the field and forgets it without a word.")},
        {"schema.unknown-key", Severity::Info, QT_TRANSLATE_NOOP("Rules", "Unknown field"),
         QT_TRANSLATE_NOOP("Rules", "Sigma adds fields without notice, so unknown ones are kept and passed on.")},
        {"schema.channel-twice", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Column on two channels"),
         QT_TRANSLATE_NOOP("Rules", "A column may sit on one channel of an element only."),
         "Column 'X' is referenced from both 'a' and 'b'; a column can only be on one channel at a time"},
        {"schema.reference", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Reference to nothing"),
         QT_TRANSLATE_NOOP("Rules",
                           "A field names an element, column, page, overlay, control or agent that does not exist."),
         "Dependency not found: '<x>/<y>', bad column: <id>, Control not found"},
        {"schema.reference-kind", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Reference to the wrong kind"),
         QT_TRANSLATE_NOOP("Rules", "The field may name only elements of some kinds.")},
        {"schema.control-type", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Unknown control type"),
         QT_TRANSLATE_NOOP("Rules", "There are 18 types of controls; names from other tools are rejected."),
         "Invalid kind: \"control\""},
    };
}

} // namespace

RuleTopic schemaTopic()
{
    return {QT_TRANSLATE_NOOP("Rules", "Fields"), rows(), checkWorkbook, checkElement, checkBlock, {}};
}

} // namespace tessera::model
