// SPDX-License-Identifier: GPL-3.0-or-later
// The frame of a workbook: required top-level parts, known kinds, nothing nested where it no longer belongs.
// Source: Sigma's workbook code representation, top-level fields and element kinds.
#include <cctype>

#include "model/checks/rules/rule_support.h"
#include "model/edit/property_edit.h"
#include "model/schema/catalogue.h"

namespace tessera::model {

namespace {

bool isPlaceholder(std::string_view text)
{
    return text.find("YOUR-") != std::string_view::npos || text.find("YOUR_") != std::string_view::npos ||
           text.find("your-") == 0 || text.find("${") != std::string_view::npos ||
           text.find("{{") != std::string_view::npos || (text.starts_with("<") && text.ends_with(">"));
}

void checkVersion(CheckContext &context, const Json &contents)
{
    const Json &version = child(contents, "schemaVersion");
    if (version.is_number() || isRawNumber(version))
        return;
    context
        .report("structure.schema-version", "/schemaVersion",
                version.is_null() ? RuleText::tr("The workbook has no schema version.")
                                  : RuleText::tr("The schema version of the workbook is not a number."),
                RuleText::tr("Use the number of a recently exported workbook; it is 1 today."))
        .fix = setFix(RuleText::tr("Set the schema version to 1"), context, "/schemaVersion", 1);
}

void checkKind(CheckContext &context, const Json &contents)
{
    const Json &kind = child(contents, "kind");
    if (textOf(kind) == "workbook")
        return;
    const QString message = textOf(kind) == "report" ? RuleText::tr("This is a report, not a workbook.")
                                                     : RuleText::tr("The content does not say that it is a workbook.");
    Diagnostic &finding =
        context.report("structure.kind", "/kind", message,
                       RuleText::tr("Workbooks are sent with kind “workbook”; reports have their own service."));
    if (textOf(kind) != "report")
        finding.fix = setFix(RuleText::tr("Set the kind to “workbook”"), context, "/kind", "workbook");
}

void checkLists(CheckContext &context, const Json &contents)
{
    const bool elements = context.hasElements() || has(contents, "elements");
    if (!elements) {
        context
            .report("structure.elements-missing", "", RuleText::tr("The list of elements is missing."),
                    RuleText::tr("It may be empty, but it must be there."))
            .fix = setFix(RuleText::tr("Add an empty list of elements"), context, "/elements", nullptr);
    }
    if (context.pages().isEmpty() && !has(contents, "pages")) {
        context
            .report("structure.pages-missing", "", RuleText::tr("The list of pages is missing."),
                    RuleText::tr("A workbook shows its elements on pages; add one."))
            .fix = setFix(RuleText::tr("Add an empty list of pages"), context, "/pages", nullptr);
    }
}

// A description of another form; Sigma takes a text here, unlike in elements.
void checkDescription(CheckContext &context, const Json &meta)
{
    const Json &description = child(meta, "description");
    if (description.is_null() || description.is_string())
        return;
    Diagnostic &finding =
        context.report("schema.type", "/description", RuleText::tr("The description of the workbook must be a text."),
                       RuleText::tr("Only descriptions of elements are maps with a text."));
    finding.target.scope = Scope::Meta;
    if (child(description, "text").is_string())
        finding.fix = changesFix(RuleText::tr("Write it as a text"),
                                 [text = child(description, "text")](const Workbook &workbook) {
                                     return setProperty(workbook, Scope::Meta, {}, "/description", text);
                                 });
}

// Keys of a request beside the content: one that Sigma ignores, and one after which it makes nothing.
void checkRequest(CheckContext &context, const Json &meta)
{
    const auto tell = [&](const std::string &key, const QString &message, const QString &hint) {
        Diagnostic &finding = context.report("structure.request-key", '/' + key, message, hint);
        finding.target.scope = Scope::Meta;
        finding.fix = changesFix(RuleText::tr("Remove it"), [key](const Workbook &workbook) {
            return setProperty(workbook, Scope::Meta, {}, '/' + key, std::nullopt);
        });
    };
    if (has(meta, "templateId"))
        tell("templateId", RuleText::tr("Sigma ignores the template that the file names."),
             RuleText::tr("Workbooks from templates are made by another request, without a content of their own."));
    if (child(meta, "dryRun") == true)
        tell("dryRun", RuleText::tr("The file asks Sigma to only try it: nothing is made."),
             RuleText::tr("It belongs to the request that tries, not to the workbook."));
}

// The body that replaces the content of a workbook has no name and no folder, but may say which version it replaces.
bool isReplacement(const Json &meta)
{
    return !has(meta, "name") && !has(meta, "folderId") && has(meta, "documentVersion");
}

void checkEnvelope(CheckContext &context, const Json &meta)
{
    checkDescription(context, meta);
    checkRequest(context, meta);
    if (isReplacement(meta))
        return;
    if (stringMember(meta, "name").empty()) {
        Diagnostic &finding =
            context.report("structure.name-missing", "/name", RuleText::tr("The workbook has no name."),
                           RuleText::tr("Sigma needs a name to create it."));
        finding.target.scope = Scope::Meta;
        finding.fix = changesFix(RuleText::tr("Name it “Untitled workbook”"), [](const Workbook &workbook) {
            return setProperty(workbook, Scope::Meta, {}, "/name", "Untitled workbook");
        });
    }
    const std::string folder = stringMember(meta, "folderId");
    if (folder.empty() || isPlaceholder(folder)) {
        Diagnostic &finding =
            context.report("structure.folder", "/folderId",
                           folder.empty() ? RuleText::tr("No folder is chosen for the workbook.")
                                          : RuleText::tr("The folder id %1 is a placeholder.").arg(inQuotes(folder)),
                           RuleText::tr("Choose the folder when the workbook is created in Sigma."));
        finding.target.scope = Scope::Meta;
    }
}

void checkWorkbook(CheckContext &context, const Json &meta, const Json &contents, const Json &)
{
    checkEnvelope(context, meta);
    checkVersion(context, contents);
    checkKind(context, contents);
    checkLists(context, contents);
}

std::vector<Change> hoistElements(const Workbook &workbook, Scope scope, const Key &key)
{
    const Json *body = propertyTree(workbook, scope, key);
    const Json *list = body ? member(*body, "elements") : nullptr;
    if (!list)
        return {};
    std::vector<Change> changes;
    ObjectList elements = workbook.elements;
    for (const Json &element : asList(*list)) {
        const Key free = elements.freeKey(stringMember(element, "id"));
        changes.push_back(InsertObject{Collection::Elements, elements.size(), free, element});
        elements.append(Object(free, element));
    }
    changes.push_back(SetProperty{scope, key, "/elements", *list, std::nullopt, positionOf(*body, "/elements")});
    return changes;
}

// What overlays and panels there are.
void checkBlockType(CheckContext &context, const Object &block, Scope scope)
{
    const std::string type = stringMember(block.body(), "type");
    const bool overlay = scope == Scope::Overlay;
    const bool known = overlay ? isOneOf(type, {"modal", "drawer", "popover"}) : isOneOf(type, {"header", "sidebar"});
    if (scope == Scope::Page || known)
        return;
    const std::string near =
        overlay ? closest(type, {"modal", "drawer", "popover"}) : closest(type, {"header", "sidebar"});
    const std::string meant = !near.empty() ? near : overlay ? "modal" : "header";
    context
        .report("structure.block-type", "/type",
                type.empty() ? RuleText::tr("%1 does not say its type.").arg(labelOf(block, scope))
                             : RuleText::tr("%1: the type %2 is not known.").arg(labelOf(block, scope), inQuotes(type)),
                overlay ? RuleText::tr("An overlay is a modal, a drawer or a popover.")
                        : RuleText::tr("A panel is a header or a sidebar."))
        .fix = setFix(RuleText::tr("Make it a %1").arg(toQString(meant)), context, "/type", meant);
}

void checkBlock(CheckContext &context, const Object &block, Scope scope)
{
    checkBlockType(context, block, scope);
    if (has(block.body(), "elements")) {
        context
            .report("structure.nested-elements", "/elements",
                    RuleText::tr("%1 still carries a list of elements.").arg(labelOf(block, scope)),
                    RuleText::tr("Elements stand in one list of the workbook; the layout says what a page shows."))
            .fix = changesFix(
            RuleText::tr("Move them to the list of the workbook"),
            [scope, key = block.key()](const Workbook &workbook) { return hoistElements(workbook, scope, key); });
    }
    if (has(block.body(), "layout")) {
        context
            .report("structure.nested-layout", "/layout",
                    RuleText::tr("%1 carries a layout of its own, which Sigma ignores.").arg(labelOf(block, scope)),
                    RuleText::tr("The one layout stands beside the pages. Without it everything stacks in one column."))
            .fix = removeFix(RuleText::tr("Remove the ignored layout"), context, "/layout");
    }
    if (scope == Scope::Page && stringMember(block.body(), "name").empty() &&
        !child(block.body(), "name").is_object()) {
        context
            .report("structure.block-name", "/name", RuleText::tr("%1 has no name.").arg(labelOf(block, scope)),
                    RuleText::tr("Every page needs a name."))
            .fix =
            setFix(RuleText::tr("Name it after its id"), context, "/name", block.id().empty() ? "Page" : block.id());
    }
}

// The kind that differs only in capitals, hyphens and the like, or lacks “-chart”: "BarChart", "bar_chart", "bar".
std::string spelledAsKind(const Catalogue &catalogue, std::string_view kind)
{
    const auto plain = [](std::string_view text) {
        std::string letters;
        for (const char c : text) {
            if (std::isalnum(static_cast<unsigned char>(c)))
                letters += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        }
        return letters;
    };
    const std::string wanted = plain(kind);
    for (const KindSpec &known : catalogue.all(Family::Element)) {
        if (const std::string name = plain(known.name); name == wanted || name == wanted + "chart")
            return known.name;
    }
    return {};
}

// What kinds there are is the catalogue's business, with what the user imported.
void checkKindName(CheckContext &context, const ElementFacts &facts, const std::string &kind)
{
    const Catalogue *catalogue = context.catalogue();
    if (!catalogue || catalogue->element(kind))
        return;
    const RejectedKind *rejected = catalogue->rejectedKind(kind);
    if (!rejected) {
        Diagnostic &unknown = context.report(
            "structure.kind-unknown", "/kind",
            RuleText::tr("%1: the kind %2 is not known.").arg(labelOf(facts), inQuotes(kind)),
            RuleText::tr("It is kept as it is. Check the spelling, or look at it in Sigma after deploying."));
        if (const std::string meant = spelledAsKind(*catalogue, kind); !meant.empty())
            unknown.fix = setFix(RuleText::tr("Change the kind to %1").arg(inQuotes(meant)), context, "/kind", meant);
        return;
    }
    Diagnostic &finding = context.report(
        "structure.kind-rejected", "/kind",
        RuleText::tr("%1: Sigma rejects the kind %2.").arg(labelOf(facts), inQuotes(kind)), rejected->help);
    if (!rejected->instead.empty())
        finding.fix = setFix(RuleText::tr("Change the kind to %1").arg(inQuotes(rejected->instead)), context, "/kind",
                             rejected->instead);
}

// The kind that alone has a field the body has; "" when nothing tells.
std::string kindByField(const Json &body)
{
    for (const auto &[field, kind] : {std::pair("controlType", "control"),
                                      {"inputMode", "input-table"},
                                      {"body", "text"},
                                      {"tabs", "tabbed-container"},
                                      {"pluginId", "plugin"},
                                      {"agentId", "chat"}}) {
        if (has(body, field))
            return kind;
    }
    return {};
}

void checkElement(CheckContext &context, const Object &element, const ElementFacts &facts)
{
    if (!element.body().is_object()) {
        Diagnostic &finding = context.report("structure.not-an-object", "",
                                             RuleText::tr("An entry of the element list is not an element."),
                                             RuleText::tr("Each entry is a map with at least “id” and “kind”."));
        if (element.body().is_null()) // nothing is lost with it
            finding.fix =
                changesFix(RuleText::tr("Remove the empty entry"), [key = element.key()](const Workbook &workbook) {
                    const int index = workbook.elements.indexOf(key);
                    return index < 0 || !workbook.elements.at(index).body().is_null()
                               ? std::vector<Change>()
                               : std::vector<Change>{RemoveObject{Collection::Elements, index, key, nullptr}};
                });
        return;
    }
    const std::string kind = stringMember(element.body(), "kind");
    if (kind.empty()) {
        Diagnostic &finding = context.report("structure.kind-missing", "/kind",
                                             RuleText::tr("%1 does not say its kind.").arg(labelOf(facts)),
                                             RuleText::tr("Add the kind, for example “bar-chart”."));
        if (const std::string own = kindByField(element.body()); !own.empty())
            finding.fix = setFix(RuleText::tr("Set the kind to %1").arg(inQuotes(own)), context, "/kind", own);
        return;
    }
    checkKindName(context, facts, kind);
}

} // namespace

RuleTopic structureTopic()
{
    RuleTopic topic{QT_TRANSLATE_NOOP("Rules", "Workbook"), {}, checkWorkbook, checkElement, checkBlock, {}};
    topic.rules = {
        {"structure.schema-version", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Schema version"),
         QT_TRANSLATE_NOOP("Rules",
                           "The content carries the number of the schema it was written for. Sigma refuses content "
                           "without it, or with a number it does not expect.")},
        {"structure.kind", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Kind of document"),
         QT_TRANSLATE_NOOP("Rules", "The content says what it is: “workbook”. Reports are sent to another service.")},
        {"structure.elements-missing", Severity::Error, QT_TRANSLATE_NOOP("Rules", "List of elements"),
         QT_TRANSLATE_NOOP("Rules", "The list of elements must exist, even when it is empty.")},
        {"structure.pages-missing", Severity::Error, QT_TRANSLATE_NOOP("Rules", "List of pages"),
         QT_TRANSLATE_NOOP("Rules", "The list of pages must exist.")},
        {"structure.name-missing", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Name of the workbook"),
         QT_TRANSLATE_NOOP("Rules", "Sigma creates no workbook without a name.")},
        {"structure.folder", Severity::Manual, QT_TRANSLATE_NOOP("Rules", "Folder of the workbook"),
         QT_TRANSLATE_NOOP("Rules",
                           "Creating a workbook needs the id of a folder, which only your organisation knows.")},
        {"structure.request-key", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Key of a request"),
         QT_TRANSLATE_NOOP("Rules",
                           "A template beside the content is ignored, and with “dryRun” Sigma answers as if all "
                           "were well but makes nothing.")},
        {"structure.nested-elements", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Elements inside a page"),
         QT_TRANSLATE_NOOP("Rules",
                           "Older workbooks listed elements inside pages. Sigma now refuses that: elements stand in "
                           "one flat list and the layout says where each is shown."),
         "contents.pages[].elements is no longer supported"},
        {"structure.nested-layout", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Layout inside a page"),
         QT_TRANSLATE_NOOP("Rules",
                           "A layout inside a page is accepted and ignored; everything then stacks in one column.")},
        {"structure.block-type", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Type of an overlay or panel"),
         QT_TRANSLATE_NOOP("Rules", "Overlays are modals, drawers or popovers, panels are headers or sidebars."),
         "contents.overlays[0]: Invalid type"},
        {"structure.block-name", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Name of a page"),
         QT_TRANSLATE_NOOP("Rules", "Every page carries an id and a name.")},
        {"structure.not-an-object", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Entry that is no element"),
         QT_TRANSLATE_NOOP("Rules", "Every entry of the element list is a map."), "Invalid kind"},
        {"structure.kind-missing", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Element without a kind"),
         QT_TRANSLATE_NOOP("Rules", "The kind decides which fields an element has; without it Sigma cannot read it."),
         "Invalid kind"},
        {"structure.kind-rejected", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Rejected kind"),
         QT_TRANSLATE_NOOP("Rules",
                           "Names that look right but that Sigma does not accept, such as “kpi” for “kpi-chart”."),
         "Invalid kind: \"kpi\""},
        {"structure.kind-unknown", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Unknown kind"),
         QT_TRANSLATE_NOOP("Rules",
                           "Sigma grows without notice, so an unknown kind is kept and passed on; it may as well be a "
                           "slip of the pen."),
         "Invalid kind"},
    };
    return topic;
}

} // namespace tessera::model
