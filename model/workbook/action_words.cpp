// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workbook/action_words.h"

#include <functional>

#include <QCoreApplication>
#include <QHash>

#include "model/base/json_text.h"
#include "model/base/text.h"

namespace tessera::model {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::ActionWords)
};

using Part = Phrase::Part;

Part name(const QString &text)
{
    return {text, true, false};
}

Part dangling(const QString &text)
{
    return {text, true, true};
}

Part missing(const QString &what)
{
    return dangling(what);
}

QString shortened(QString text)
{
    constexpr qsizetype most = 60;
    text = text.simplified();
    return text.size() > most ? text.left(most - 1) + u'…' : text;
}

// A translated pattern with %1 %2 … filled by parts, which may stand in any order.
Phrase phrase(const QString &pattern, const QList<Part> &parts = {})
{
    Phrase out;
    QString plain;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const int number = pattern.at(i) == u'%' && i + 1 < pattern.size() ? pattern.at(i + 1).digitValue() : -1;
        if (number < 1 || number > parts.size()) {
            plain += pattern.at(i);
            continue;
        }
        if (!plain.isEmpty())
            out.parts << Part{plain};
        plain.clear();
        out.parts << parts.at(number - 1);
        ++i;
    }
    if (!plain.isEmpty())
        out.parts << Part{plain};
    return out;
}

// Looks names up for the words of one host's actions.
class Words
{
public:
    Words(const Workbook &workbook, const Object &host) : m_workbook(workbook), m_host(host) {}

    Part element(const std::string &id) const
    {
        if (id.empty())
            return missing(Texts::tr("an element not chosen yet"));
        const Object *found = m_workbook.elements.findById(id);
        if (!found)
            return dangling(toQString(id));
        return name(shortened(toQString(found->name().empty() ? id : found->name())));
    }

    Part block(const std::string &id) const
    {
        if (id.empty())
            return missing(Texts::tr("a page not chosen yet"));
        const Object *found = m_workbook.findBlock(id);
        return found ? name(toQString(found->name().empty() ? id : found->name())) : dangling(toQString(id));
    }

    Part control(const std::string &handle) const
    {
        if (handle.empty())
            return missing(Texts::tr("a control not chosen yet"));
        for (const Object &object : m_workbook.elements) {
            if (object.kind() == "control" && stringMember(object.body(), "controlId") == handle)
                return name(toQString(object.name().empty() ? handle : object.name()));
        }
        return dangling(toQString(handle));
    }

    Part column(const Object *of, const std::string &id) const
    {
        if (id.empty())
            return missing(Texts::tr("a column not chosen yet"));
        const Json *columns = of ? member(of->body(), "columns") : nullptr;
        if (columns && columns->is_array()) {
            for (const Json &entry : *columns) {
                if (stringMember(entry, "id") == id) {
                    const std::string shown = stringMember(entry, "name");
                    return name(toQString(shown.empty() ? id : shown));
                }
            }
        }
        return dangling(toQString(id));
    }

    const Object *object(const std::string &id) const { return m_workbook.elements.findById(id); }
    const Object &host() const { return m_host; }

    Part literal(const Json &value) const
    {
        if (value.is_null())
            return name(Texts::tr("nothing"));
        if (value.is_string())
            return name(value.get_ref<const std::string &>().empty() ? Texts::tr("empty text")
                                                                     : shortened(toQString(stringOf(value))));
        if (value.is_boolean())
            return name(value.get<bool>() ? Texts::tr("yes") : Texts::tr("no"));
        if (value.is_array()) {
            QStringList items;
            for (const Json &item : value)
                items << literal(item).text;
            return name(items.isEmpty() ? Texts::tr("nothing") : shortened(items.join(QStringLiteral(", "))));
        }
        return name(shortened(toQString(writeJson(value))));
    }

    // A value source.
    Part value(const Json *source) const
    {
        if (!source)
            return missing(Texts::tr("a value not chosen yet"));
        const std::string type = stringMember(*source, "type");
        if (type == "constant") {
            const Json *constant = member(*source, "value");
            const Json *inner = constant && constant->is_object() ? member(*constant, "value") : constant;
            return literal(inner ? *inner : Json());
        }
        if (type == "control")
            return control(stringMember(*source, "control"));
        if (type == "formula")
            return name(shortened(toQString(stringMember(*source, "formula"))));
        if (type == "column")
            return column(&m_host, stringMember(*source, "columnId"));
        if (type == "form-field")
            return name(toQString(stringMember(*source, "fieldId")));
        if (type == "agent-input")
            return name(toQString(stringMember(*source, "inputName")));
        return name(toQString(type));
    }

private:
    const Workbook &m_workbook;
    const Object &m_host;
};

QString rowsOf(const Json &effect)
{
    const Json *rows = member(effect, "whichRows");
    const std::string type = rows ? stringMember(*rows, "type") : std::string();
    if (type == "current-row")
        return Texts::tr("the current row");
    if (type == "single-row")
        return Texts::tr("one row");
    if (type == "formula") {
        const QString formula = toQString(stringMember(*rows, "formula"));
        return formula.compare(QLatin1String("true"), Qt::CaseInsensitive) == 0
                   ? Texts::tr("all rows")
                   : Texts::tr("rows where %1").arg(shortened(formula));
    }
    return type == "column-match" ? Texts::tr("matching rows") : Texts::tr("rows");
}

Phrase setControl(const Words &words, const Json &effect)
{
    return phrase(Texts::tr("Set %1 to %2"),
                  {words.control(stringMember(effect, "control")), words.value(member(effect, "value"))});
}

Phrase clearControl(const Words &words, const Json &effect)
{
    const Json *scope = member(effect, "scope");
    const std::string type = scope ? stringMember(*scope, "type") : std::string();
    if (type == "control")
        return phrase(Texts::tr("Clear %1"), {words.control(stringMember(*scope, "controlId"))});
    if (type == "page") {
        const std::string page = stringMember(*scope, "pageId");
        return page.empty() ? phrase(Texts::tr("Clear the controls of this page"))
                            : phrase(Texts::tr("Clear the controls of %1"), {words.block(page)});
    }
    if (type == "container")
        return phrase(Texts::tr("Clear the controls in %1"),
                      {words.element(stringMember(*scope, "containerElementId"))});
    return phrase(type == "workbook" ? Texts::tr("Clear every control") : Texts::tr("Clear controls"));
}

Phrase navigate(const Words &words, const Json &effect)
{
    const Json *target = member(effect, "target");
    if (target && stringMember(*target, "type") == "element")
        return phrase(Texts::tr("Go to %1"), {words.element(stringMember(*target, "element"))});
    return phrase(Texts::tr("Go to page %1"), {words.block(target ? stringMember(*target, "page") : std::string())});
}

Phrase selectTab(const Words &words, const Json &effect)
{
    const Part container = words.element(stringMember(effect, "tabbedContainerElementId"));
    const Json *tab = member(effect, "selectedTab");
    if (tab && stringMember(*tab, "type") == "direction")
        return stringMember(*tab, "direction") == "previous"
                   ? phrase(Texts::tr("Go to the previous tab of %1"), {container})
                   : phrase(Texts::tr("Go to the next tab of %1"), {container});
    const Json *index = tab ? member(*tab, "index") : nullptr;
    const int number = index && index->is_number_integer() ? index->get<int>() : 0;
    const Object *host = words.object(stringMember(effect, "tabbedContainerElementId"));
    const Json *tabs = host ? member(host->body(), "tabs") : nullptr;
    if (!tabs || !tabs->is_array() || number < 0 || number >= static_cast<int>(tabs->size()))
        return phrase(Texts::tr("Show tab %1 of %2"),
                      {host ? dangling(QString::number(number + 1)) : name(QString::number(number + 1)), container});
    const std::string title = stringMember((*tabs)[static_cast<std::size_t>(number)], "name");
    return phrase(Texts::tr("Show tab %1 of %2"),
                  {name(title.empty() ? QString::number(number + 1) : toQString(title)), container});
}

Phrase exportData(const Words &words, const Json &effect)
{
    const Json *source = member(effect, "source");
    const Json *format = member(effect, "format");
    const QString type = format ? toQString(stringMember(*format, "type")).toUpper() : QString();
    const Part what = words.element(source ? stringMember(*source, "element") : std::string());
    const std::string channel = stringMember(effect, "channel");
    if (channel == "download" || channel.empty())
        return phrase(Texts::tr("Download %1 as %2"), {what, name(type.isEmpty() ? Texts::tr("a file") : type)});
    return phrase(Texts::tr("Send %1 by %2"), {what, name(toQString(channel))});
}

Phrase rowEffect(const Words &words, const Json &effect, const std::string &kind)
{
    const Part table = words.element(stringMember(effect, "tableElementId"));
    if (kind == "insert-rows")
        return phrase(Texts::tr("Add a row to %1"), {table});
    if (kind == "delete-rows")
        return phrase(Texts::tr("Delete %1 of %2"), {{rowsOf(effect)}, table});
    return phrase(Texts::tr("Update %1 of %2"), {{rowsOf(effect)}, table});
}

Phrase openUrl(const Words &, const Json &effect)
{
    const std::string url = stringMember(effect, "url");
    return phrase(Texts::tr("Open %1"),
                  {url.empty() ? missing(Texts::tr("a link not given yet")) : name(shortened(toQString(url)))});
}

Phrase refresh(const Words &words, const Json &effect)
{
    const Json *target = member(effect, "target");
    return phrase(Texts::tr("Refresh %1"), {words.element(target ? stringMember(*target, "element") : std::string())});
}

using Maker = std::function<Phrase(const Words &, const Json &)>;

Maker elementEffect(const char *pattern, const char *key)
{
    return [pattern, key](const Words &words, const Json &effect) {
        return phrase(Texts::tr(pattern), {words.element(stringMember(effect, key))});
    };
}

Maker fixed(const char *text)
{
    return [text](const Words &, const Json &) { return phrase(Texts::tr(text)); };
}

Maker idEffect(const char *pattern, const char *key)
{
    return [pattern, key](const Words &, const Json &effect) {
        const std::string id = stringMember(effect, key);
        return phrase(Texts::tr(pattern),
                      {id.empty() ? missing(Texts::tr("something not chosen yet")) : name(toQString(id))});
    };
}

Maker rows(const char *kind)
{
    return [kind](const Words &words, const Json &effect) { return rowEffect(words, effect, kind); };
}

const QHash<QByteArray, Maker> &makers()
{
    static const QHash<QByteArray, Maker> table = {
        {"insert-rows", rows("insert-rows")},
        {"update-rows", rows("update-rows")},
        {"delete-rows", rows("delete-rows")},
        {"set-control-value", setControl},
        {"clear-control", clearControl},
        {"open-overlay",
         [](const Words &w, const Json &e) {
             return phrase(Texts::tr("Open %1"), {w.block(stringMember(e, "overlayId"))});
         }},
        {"close-overlay", fixed(QT_TRANSLATE_NOOP("tessera::model::ActionWords", "Close the open overlay"))},
        {"open-url", openUrl},
        {"open-document", idEffect(QT_TRANSLATE_NOOP("tessera::model::ActionWords", "Open document %1"), "documentId")},
        {"navigate", navigate},
        {"refresh-element", refresh},
        {"select-tab", selectTab},
        {"custom-sort", elementEffect(QT_TRANSLATE_NOOP("tessera::model::ActionWords", "Sort %1"), "elementId")},
        {"set-form-values",
         elementEffect(QT_TRANSLATE_NOOP("tessera::model::ActionWords", "Fill in %1"), "formElementId")},
        {"reset-form", fixed(QT_TRANSLATE_NOOP("tessera::model::ActionWords", "Reset this form"))},
        {"run-python-element",
         elementEffect(QT_TRANSLATE_NOOP("tessera::model::ActionWords", "Run %1"), "codeElementId")},
        {"clear-chat-element-messages",
         elementEffect(QT_TRANSLATE_NOOP("tessera::model::ActionWords", "Clear the chat in %1"), "chatElementId")},
        {"trigger-plugin",
         elementEffect(QT_TRANSLATE_NOOP("tessera::model::ActionWords", "Trigger %1"), "pluginElementId")},
        {"call-api", idEffect(QT_TRANSLATE_NOOP("tessera::model::ActionWords", "Call API %1"), "connectorId")},
        {"call-stored-procedure",
         idEffect(QT_TRANSLATE_NOOP("tessera::model::ActionWords", "Call procedure %1"), "storedProcedure")},
        {"export", exportData},
        {"call-agent", idEffect(QT_TRANSLATE_NOOP("tessera::model::ActionWords", "Ask agent %1"), "agentId")},
        {"sequence", idEffect(QT_TRANSLATE_NOOP("tessera::model::ActionWords", "Run sequence %1"), "sequenceId")},
        {"set-single-row-container",
         fixed(QT_TRANSLATE_NOOP("tessera::model::ActionWords", "Choose the row of a single-row container"))},
        {"modify-element", fixed(QT_TRANSLATE_NOOP("tessera::model::ActionWords", "Modify an element"))},
        {"send-embed-event",
         fixed(QT_TRANSLATE_NOOP("tessera::model::ActionWords", "Send an event to the embedding page"))},
    };
    return table;
}

QString operatorWords(const std::string &op)
{
    static const QHash<QByteArray, const char *> words = {
        {"=", QT_TRANSLATE_NOOP("tessera::model::ActionWords", "%1 is %2")},
        {"!=", QT_TRANSLATE_NOOP("tessera::model::ActionWords", "%1 is not %2")},
        {">", QT_TRANSLATE_NOOP("tessera::model::ActionWords", "%1 is more than %2")},
        {">=", QT_TRANSLATE_NOOP("tessera::model::ActionWords", "%1 is at least %2")},
        {"<", QT_TRANSLATE_NOOP("tessera::model::ActionWords", "%1 is less than %2")},
        {"<=", QT_TRANSLATE_NOOP("tessera::model::ActionWords", "%1 is at most %2")},
        {"IsNull", QT_TRANSLATE_NOOP("tessera::model::ActionWords", "%1 is empty")},
        {"IsNotNull", QT_TRANSLATE_NOOP("tessera::model::ActionWords", "%1 is not empty")},
        {"Contains", QT_TRANSLATE_NOOP("tessera::model::ActionWords", "%1 contains %2")},
        {"NotContains", QT_TRANSLATE_NOOP("tessera::model::ActionWords", "%1 does not contain %2")},
        {"StartsWith", QT_TRANSLATE_NOOP("tessera::model::ActionWords", "%1 starts with %2")},
        {"EndsWith", QT_TRANSLATE_NOOP("tessera::model::ActionWords", "%1 ends with %2")},
        {"Between", QT_TRANSLATE_NOOP("tessera::model::ActionWords", "%1 is between %2 and %3")},
        {"NotBetween", QT_TRANSLATE_NOOP("tessera::model::ActionWords", "%1 is not between %2 and %3")},
    };
    const char *found = words.value(QByteArray::fromStdString(op));
    return Texts::tr(found ? found : "%1 is %2");
}

} // namespace

QString Phrase::text() const
{
    QString out;
    for (const Part &part : parts)
        out += part.text;
    return out;
}

bool Phrase::isDangling() const
{
    return std::any_of(parts.begin(), parts.end(), [](const Part &part) { return part.isDangling; });
}

Phrase effectPhrase(const Workbook &workbook, const Object &host, const Json &effect)
{
    const std::string kind = stringMember(effect, "effect");
    const Words words(workbook, host);
    if (const auto maker = makers().constFind(QByteArray::fromStdString(kind)); maker != makers().cend())
        return (*maker)(words, effect);
    if (kind == "if-else") {
        const Json *first = member(effect, "if");
        const Json *condition = first ? member(*first, "condition") : nullptr;
        Phrase out = phrase(Texts::tr("If "));
        const Phrase test = condition ? conditionPhrase(workbook, host, *condition) : Phrase();
        out.parts << (test.parts.isEmpty() ? QList<Part>{missing(Texts::tr("a condition not given yet"))} : test.parts);
        return out;
    }
    return kind.empty() ? phrase(QStringLiteral("%1"), {missing(Texts::tr("No effect chosen"))})
                        : phrase(QStringLiteral("%1"), {name(toQString(kind))});
}

Phrase conditionPhrase(const Workbook &workbook, const Object &host, const Json &condition)
{
    const Words words(workbook, host);
    const std::string type = stringMember(condition, "type");
    if (type == "formula") {
        const QString formula = shortened(toQString(stringMember(condition, "formula")));
        return formula.isEmpty() ? Phrase() : phrase(QStringLiteral("%1"), {name(formula)});
    }
    if (type == "constant")
        return phrase(operatorWords(stringMember(condition, "cond")),
                      {name(Texts::tr("the value")), words.value(member(condition, "value"))});
    if (type != "column")
        return {};
    const auto operand = [&](std::string_view key) {
        const Json *value = member(condition, key);
        return value && value->is_object() ? words.value(value)
               : value                     ? words.literal(*value)
                                           : missing(Texts::tr("a value not given yet"));
    };
    const std::string op = stringMember(condition, "condition");
    const Part column = words.column(&host, stringMember(condition, "columnId"));
    if (op == "Between" || op == "NotBetween")
        return phrase(operatorWords(op), {column, operand("low"), operand("high")});
    return phrase(operatorWords(op), {column, operand("value")});
}

} // namespace tessera::model
