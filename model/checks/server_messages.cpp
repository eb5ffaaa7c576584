// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/server_messages.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include "model/base/text.h"

namespace tessera::model {

namespace {

using Rows = std::vector<ServerMessage>;

Rows aboutStructure()
{
    return {
        {"invalid type:\\W*page\\b",
         QT_TRANSLATE_NOOP(
             "ServerMessages",
             "Sigma stumbled over the elements of a page, not over the page. Mostly an entry in a list of "
             "columns is no column (a button among the columns, for example)."),
         "identity.missing-column-id schema.* structure.not-an-object", "/columns"},
        {"is not placed in layout",
         QT_TRANSLATE_NOOP("ServerMessages", "Every element needs a place in the layout, those of hidden pages too."),
         "layout.unplaced layout.missing"},
        {"duplicate layout element",
         QT_TRANSLATE_NOOP("ServerMessages", "The layout shows one element at two places. Each element has one place."),
         "layout.duplicate"},
        {"layout parent not found",
         QT_TRANSLATE_NOOP(
             "ServerMessages",
             "Seen where a layout with page headers or sidebars was sent: some versions of Sigma do not take "
             "them from code. Put copies of their elements on the pages instead."),
         "document.gate document.gate-off layout.unknown-block"},
        {"invalid_request", QT_TRANSLATE_NOOP("ServerMessages", "Mostly a place in the layout that names no element."),
         "layout.empty-reference layout.bad-place"},
        {"elements is no longer supported",
         QT_TRANSLATE_NOOP("ServerMessages",
                           "Elements stand in one flat list; pages, overlays and panels no longer hold them."),
         "structure.nested-elements"},
        {"duplicate action id", QT_TRANSLATE_NOOP("ServerMessages", "Ids of actions are unique in the whole workbook."),
         "identity.duplicate-action"},
        {"duplicate column or folder reference",
         QT_TRANSLATE_NOOP(
             "ServerMessages",
             "A table lists a column or folder twice: in its summary and in the calculations of a grouping, "
             "for example."),
         "reference.summary-twice reference.listed-twice"},
        {"duplicate id",
         QT_TRANSLATE_NOOP(
             "ServerMessages",
             "Two things of one kind share an id. Groupings share their ids with the columns of their element."),
         "identity.*"},
        {"filters\\[\\d*\\]\\.id\\b",
         QT_TRANSLATE_NOOP("ServerMessages",
                           "Every filter of an element needs an id. (The wiring of a control has none.)"),
         "identity.missing-filter-id"},
        {"\\.formula: invalid string",
         QT_TRANSLATE_NOOP("ServerMessages",
                           "Every column needs a formula; only columns of input tables may have none."),
         "schema.required schema.type", "/columns"},
        {"\\bid: invalid string", QT_TRANSLATE_NOOP("ServerMessages", "An object that must have an id has none."),
         "identity.*"},
    };
}

Rows aboutReferences()
{
    return {
        {"dependency not found",
         QT_TRANSLATE_NOOP(
             "ServerMessages",
             "A source, column, target of a control or dynamic text names something that is not there. Sigma "
             "writes the name in lower case."),
         "reference.* schema.reference schema.reference-kind formula.unknown-prefix formula.unknown-column "
         "formula.card-binding navigation.plugin-column document.agent-source source.circle"},
        {"referenced from both|one channel at a time",
         QT_TRANSLATE_NOOP("ServerMessages",
                           "A column may be on one channel only. Add a second column with the same formula."),
         "schema.channel-twice chart.hole-value chart.trellis"},
        {"not listed on yaxis",
         QT_TRANSLATE_NOOP("ServerMessages", "The second axis takes columns that stand on the first axis too."),
         "chart.second-axis"},
        {"system column.*cannot set|cannot set type or formula",
         QT_TRANSLATE_NOOP(
             "ServerMessages",
             "ID, CREATED_AT, CREATED_BY, UPDATED_AT and UPDATED_BY carry no type and no formula, although "
             "Sigma returns them."),
         "data.system-column"},
        {"bad column",
         QT_TRANSLATE_NOOP("ServerMessages",
                           "An action writes a column that the input table does not have. Columns are named by id."),
         "schema.reference action.system-column", "/actions"},
        {"grouping not found",
         QT_TRANSLATE_NOOP(
             "ServerMessages",
             "Sigma returns a grouping “base” on the legs of joins and does not take it back. Otherwise the "
             "source has no grouping of this id."),
         "data.join-artefact reference.grouping"},
        {"references column .*not declared|not declared in columns",
         QT_TRANSLATE_NOOP("ServerMessages", "A sorting, filter or grouping names a column the element does not have."),
         "reference.column reference.inert-column schema.reference"},
        {"column reference not found",
         QT_TRANSLATE_NOOP(
             "ServerMessages",
             "A key of a join names a column its leg does not have. Keys are written [Column], without the "
             "name of the leg."),
         "formula.unknown-column formula.unknown-name source.join-key"},
        {"references unknown action sequence",
         QT_TRANSLATE_NOOP("ServerMessages", "Sequences are made in Sigma; code can only refer to one that exists."),
         "action.sequence"},
        {"references unknown element",
         QT_TRANSLATE_NOOP("ServerMessages", "An agent reads an element that is not in the workbook."),
         "document.agent-source"},
        {"not configured for this agent",
         QT_TRANSLATE_NOOP("ServerMessages", "What @dataSource and @tool name must be listed at the agent."),
         "document.agent-mention"},
        {"control not found",
         QT_TRANSLATE_NOOP(
             "ServerMessages",
             "Actions of overlays themselves find no control: put a button into the overlay. Otherwise the "
             "controlId is wrong."),
         "action.overlay-control formula.sql-handle schema.reference"},
        {"invalid source for hierarchy",
         QT_TRANSLATE_NOOP("ServerMessages", "A hierarchy control has no source of its own."),
         "schema.rejected-key schema.unknown-key", "/source"},
    };
}

Rows aboutFields()
{
    return {
        {"backgroundimage",
         QT_TRANSLATE_NOOP(
             "ServerMessages",
             "A background image is {source: {kind: url, url: …}} beside the style; a bare address is rejected."),
         "schema.rejected-key schema.required schema.type content.background-in-style", "/backgroundImage"},
        {"coloroverrides",
         QT_TRANSLATE_NOOP("ServerMessages", "The colors of a theme are a list of names and colors, no longer a map."),
         "schema.old-form schema.type document.theme-color-twice"},
        {"mix visibility|title content",
         QT_TRANSLATE_NOOP("ServerMessages", "A title is either hidden or has content."), "content.hidden-title"},
        {"border fields require", QT_TRANSLATE_NOOP("ServerMessages", "Borders need the default padding."),
         "content.padding-border"},
        {"invalid object: string",
         QT_TRANSLATE_NOOP("ServerMessages", "A text stands where a map belongs. A description is {text: …}."),
         "content.description schema.type"},
        {"block style or alignment",
         QT_TRANSLATE_NOOP("ServerMessages",
                           "A <p> in a text has neither a size nor an alignment other than left. Leave the tag out."),
         "content.paragraph-class"},
        {"betweensets",
         QT_TRANSLATE_NOOP("ServerMessages",
                           "A gap between sets needs bars that stand beside each other: several series or a color by "
                           "category, not stacked."),
         "chart.gap"},
        {"comparison column or period",
         QT_TRANSLATE_NOOP("ServerMessages", "A comparison needs a comparison column or a period."),
         "chart.kpi-comparison"},
        {"number format string",
         QT_TRANSLATE_NOOP(
             "ServerMessages",
             "Number formats are those of d3: ,.0f or $,.2f or .1%. Masks of spreadsheets are rejected; other "
             "currencies stand in currencySymbol."),
         "chart.number-format"},
        {"cta\\.visible",
         QT_TRANSLATE_NOOP("ServerMessages", "An action hangs on a button of a dialog that is hidden."),
         "action.hidden-button"},
        {"refmarks",
         QT_TRANSLATE_NOOP(
             "ServerMessages",
             "The value of a reference mark is {type: formula, formula: …}, never a bare number; bands need an "
             "end, labels a visibility."),
         "chart.band schema.*", "/refMarks"},
        {"invalid (?:value|string|object|array|number)\\b",
         QT_TRANSLATE_NOOP(
             "ServerMessages",
             "A value has the wrong form: a text where a map belongs, a word Sigma does not know, or nothing "
             "where something must stand."),
         "schema.required schema.type schema.variant schema.enum schema.color schema.old-form schema.rejected-key "
         "chart.*"},
    };
}

Rows aboutFormulas()
{
    return {
        {"circular column reference",
         QT_TRANSLATE_NOOP(
             "ServerMessages",
             "A column needs itself. To pull a column of the source through under its own name write it with "
             "the prefix."),
         "formula.circular"},
        {"more than one external relation",
         QT_TRANSLATE_NOOP("ServerMessages", "One Lookup or Rollup reads one other element, not several."),
         "formula.lookup-elements"},
        {"unknown column",
         QT_TRANSLATE_NOOP(
             "ServerMessages",
             "A formula names a column that its element does not see: a wrong or missing prefix, an id in place "
             "of a name, or a column the source does not declare."),
         "formula.unknown-column formula.unknown-prefix formula.unknown-name formula.unrelated-element "
         "source.sql-alias "
         "formula.slash-in-name formula.dollar-in-name"},
        {"unknown function",
         QT_TRANSLATE_NOOP("ServerMessages", "Neither a function of Sigma nor one of your organisation."),
         "formula.unknown-function"},
        {"expected .*arguments?,? got",
         QT_TRANSLATE_NOOP("ServerMessages", "A function has fewer or more arguments than it takes."), "formula.arity"},
        {"argument \\d+ invalid|expected \\w+; received",
         QT_TRANSLATE_NOOP(
             "ServerMessages",
             "A value has another type than the function needs: a list control compared with one value, a "
             "number taken for a condition, a text taken for a number."),
         "formula.type formula.list-compared"},
        {"multiple values",
         QT_TRANSLATE_NOOP(
             "ServerMessages",
             "A formula gives several values where one belongs: a calculation without an aggregate, or an "
             "aggregate of what is an aggregate already."),
         "formula.aggregate-level formula.calculation-level formula.repeated-aggregate formula.key-value-level"},
        {"invalid query",
         QT_TRANSLATE_NOOP(
             "ServerMessages",
             "Sigma cannot compute a formula or template: it cannot be read, it writes a list control, or "
             "Text(…) has a format."),
         "formula.syntax formula.list-in-text formula.arity formula.template-format formula.loose-syntax "
         "formula.unknown-function formula.choice formula.unknown-name"},
    };
}

Rows aboutTheService()
{
    return {
        {"not enabled for this workspace",
         QT_TRANSLATE_NOOP(
             "ServerMessages",
             "The organisation does not have this feature; the same file works elsewhere. Leave the parts out, "
             "or have the feature enabled."),
         "document.gate document.gate-off"},
        {"invocable inodes",
         QT_TRANSLATE_NOOP("ServerMessages",
                           "A tool of an agent names a connector that does not exist, or the organisation has none."),
         "document.gate document.gate-off action.connector"},
        {"missing plugin",
         QT_TRANSLATE_NOOP("ServerMessages",
                           "The id of a plugin is not checked when a workbook is saved; this one is wrong."),
         "document.plugin-id"},
        {"\\b429\\b|too many requests|throttl",
         QT_TRANSLATE_NOOP("ServerMessages",
                           "Too many requests in a short time. Wait, and send one workbook at a time."),
         ""},
        {"\\b401\\b|unauthori[sz]ed",
         QT_TRANSLATE_NOOP("ServerMessages",
                           "The token is missing, wrong or too old. Get a new one; the file is not to blame."),
         ""},
        {"\\b404\\b|not found$",
         QT_TRANSLATE_NOOP("ServerMessages",
                           "No such workbook: a wrong id, or the address of another region. The file is not to blame."),
         ""},
        {"\\b409\\b|conflict|documentversion",
         QT_TRANSLATE_NOOP(
             "ServerMessages",
             "Somebody saved the workbook in the meantime. Fetch it again, bring your changes over, and send "
             "it with the new documentVersion."),
         ""},
        {"<!doctype|<html|\\b403\\b|\\b50[234]\\b|forbidden|bad gateway",
         QT_TRANSLATE_NOOP(
             "ServerMessages",
             "A page of the network in front of Sigma, not an answer of Sigma: the file is too large, holds "
             "rgb(…) or an SVG picture, or there were too many requests. An answer 403 of Sigma itself is "
             "JSON and means that the credential may not create here."),
         "document.size content.rgb content.svg-data"},
        {"\\b500\\b|incident|internal server error|service_error",
         QT_TRANSLATE_NOOP(
             "ServerMessages",
             "Sigma failed where it should have refused. Known causes: layout tags of another generation, "
             "headers and sidebars on older versions, totals of pivot tables in CSV exports; on reading, "
             "content that code cannot represent."),
         "layout.wrong-tag layout.bad-place document.gate chart.pivot-totals"},
    };
}

} // namespace

const std::vector<ServerMessage> &serverMessages()
{
    static const Rows all = [] {
        Rows rows;
        for (const Rows &part :
             {aboutStructure(), aboutReferences(), aboutFormulas(), aboutFields(), aboutTheService()})
            rows.insert(rows.end(), part.begin(), part.end());
        return rows;
    }();
    return all;
}

const ServerMessage *findServerMessage(const QString &message)
{
    for (const ServerMessage &row : serverMessages()) {
        const QRegularExpression pattern(QString::fromUtf8(row.pattern), QRegularExpression::CaseInsensitiveOption);
        if (pattern.match(message).hasMatch())
            return &row;
    }
    return nullptr;
}

QString explanationOf(const ServerMessage &message)
{
    return QCoreApplication::translate("ServerMessages", message.explanation);
}

bool isCause(const ServerMessage &message, std::string_view rule)
{
    const QStringList rules = QString::fromUtf8(message.rules).split(u' ', Qt::SkipEmptyParts);
    const QString id = toQString(rule);
    for (const QString &one : rules) {
        if (one == id || (one.endsWith(u'*') && id.startsWith(one.chopped(1))))
            return true;
    }
    return false;
}

NamedPlace placeNamedIn(const QString &message)
{
    static const QRegularExpression path(QStringLiteral("[A-Za-z]\\w*(?:\\[\\d+\\]|\\.[A-Za-z]\\w*)+(?=:|\\s|$)"));
    static const QRegularExpression element(QStringLiteral("^(?:(?:contents|document)\\.)?elements\\[(\\d+)\\]\\.?"));
    static const QRegularExpression index(QStringLiteral("\\[(\\d+)\\]"));
    NamedPlace place;
    QString named = path.match(message).captured();
    if (const auto match = element.match(named); match.hasMatch()) {
        place.element = match.captured(1).toInt();
        named.remove(0, match.capturedEnd());
    }
    named.replace(index, QStringLiteral(".\\1")).replace(u'.', u'/');
    if (!named.isEmpty())
        place.pointer = '/' + toUtf8(named);
    return place;
}

} // namespace tessera::model
