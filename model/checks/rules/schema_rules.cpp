// SPDX-License-Identifier: GPL-3.0-or-later
// What the schema catalogue says about every field: required, known, of the right type, one of the accepted words,
// within range, and referring to something that exists. One walk over the body along its types.
#include <algorithm>
#include <map>

#include "model/checks/rules/rule_support.h"
#include "model/formula/lexer.h"
#include "model/schema/catalogue.h"

namespace tessera::model {

namespace {

QString typeName(ValueType type)
{
    switch (type) {
    case ValueType::Text:
    case ValueType::Formula:
    case ValueType::Template:
    case ValueType::Color:
    case ValueType::Date:
    case ValueType::Enum:
    case ValueType::Reference:
        return RuleText::tr("a text");
    case ValueType::Number:
    case ValueType::Integer:
        return RuleText::tr("a number");
    case ValueType::Logical:
        return RuleText::tr("true or false");
    case ValueType::List:
        return RuleText::tr("a list");
    case ValueType::Object:
    case ValueType::Map:
        return RuleText::tr("a map");
    case ValueType::Union:
    case ValueType::Any:
        break;
    }
    return RuleText::tr("another form");
}

QString words(const TypeSpec &type)
{
    QStringList list;
    for (const EnumValue &value : type.values) {
        if (value.instead.empty() && list.size() < 12)
            list << (value.value.is_string() ? inQuotes(stringOf(value.value)) : QString::fromStdString(value.value.dump()));
    }
    return list.join(u", "_qs);
}

class SchemaWalk
{
public:
    SchemaWalk(CheckContext &context, const Json &body, const ElementFacts *facts, QString label)
        : m_context(context), m_catalogue(*context.catalogue()), m_body(body), m_facts(facts), m_label(std::move(label))
    {
    }

    void root(const KindSpec &spec)
    {
        if (m_body.is_object() && spec.certainty == Certainty::Certain)
            object(*spec.type, m_body, {}, true);
    }

private:
    void object(const TypeSpec &type, const Json &value, const std::string &path, bool top = false)
    {
        for (const PropertySpec &field : type.fields) {
            const Json *present = member(value, field.key);
            const bool missing = !present || (present->is_null() && !field.nullable) || isUnchosen(*field.type, *present);
            if (missing && field.required && !skipped(top, field.key) && field.certainty == Certainty::Certain && !(top && isIdentity(field.key))
                && field.visibleWhen.holds(m_body, path))
                required(field, path);
        }
        for (const auto &[key, part] : value.items()) {
            const std::string at = joinPointer(path, key);
            const PropertySpec *field = type.field(key);
            if (!field) {
                if (!type.openObject && !isIdentity(key))
                    unknownKey(type, key, at);
                continue;
            }
            if (field->kept == Kept::Rejected || field->kept == Kept::Dropped) {
                unwanted(type, *field, part, path, at);
                continue;
            }
            if (part.is_null() || field->certainty != Certainty::Certain || skipped(top, key))
                continue;
            if (field->channel)
                channel(part, at);
            this->value(*field->type, part, at);
        }
    }

    // A reference that was made but never chosen: Sigma takes it for a missing one.
    static bool isUnchosen(const TypeSpec &type, const Json &value)
    {
        return type.type == ValueType::Reference && value.is_string() && textOf(value).empty();
    }

    static bool isIdentity(std::string_view key) { return isOneOf(key, {"id", "kind", "type", "controlType", "elements", "layout"}); }
    // Lists of the content have objects of their own.
    bool skipped(bool top, std::string_view key) const
    {
        return top && m_context.scope() == Scope::Contents && isOneOf(key, {"elements", "pages", "overlays", "panels", "layout"});
    }

    void value(const TypeSpec &type, const Json &value, const std::string &path)
    {
        if (m_context.hasFindingAt(path))
            return;
        switch (type.type) {
        case ValueType::Any:
            return;
        case ValueType::Union:
            united(type, value, path);
            return;
        case ValueType::Enum:
            word(type, value, path);
            return;
        case ValueType::Reference:
            if (type.reference.target == ReferenceTarget::Tab && value.is_number())
                break;
            if (!value.is_string())
                break;
            reference(type.reference, stringOf(value), path);
            return;
        default:
            break;
        }
        if (!type.accepts(value)) {
            m_context.report("schema.type", path,
                             RuleText::tr("%1: %2 must be %3.").arg(m_label, inQuotes(lastToken(path)), typeName(type.type)));
            return;
        }
        if (type.type == ValueType::Object)
            object(type, value, path);
        else if (type.type == ValueType::List)
            list(type, value, path);
        else if (type.type == ValueType::Map)
            map(type, value, path);
        else if (type.type == ValueType::Number || type.type == ValueType::Integer)
            number(type, value, path);
    }

    void list(const TypeSpec &type, const Json &value, const std::string &path)
    {
        if (!type.item)
            return;
        for (std::size_t i = 0; i < value.size(); ++i) {
            if (!value[i].is_null())
                this->value(*type.item, value[i], joinPointer(path, i));
        }
    }

    void map(const TypeSpec &type, const Json &value, const std::string &path)
    {
        for (const auto &[key, part] : value.items()) {
            const std::string at = joinPointer(path, key);
            if (type.mapKey && type.mapKey->type == ValueType::Reference)
                reference(type.mapKey->reference, key, at);
            if (type.item && !part.is_null())
                this->value(*type.item, part, at);
        }
    }

    void united(const TypeSpec &type, const Json &value, const std::string &path)
    {
        const VariantSpec *variant = type.variantOf(value);
        if (variant) {
            if (variant->certainty == Certainty::Certain && variant->type)
                this->value(*variant->type, value, path);
            return;
        }
        if (!type.discriminator.empty() && value.is_object()) {
            const Json &word = child(value, type.discriminator);
            const std::string at = joinPointer(path, type.discriminator);
            if (m_context.hasFindingAt(at))
                return;
            QStringList known;
            for (const VariantSpec &form : type.variants) {
                if (!form.legacy && known.size() < 12)
                    known << inQuotes(form.name);
            }
            const QString message = word.is_null()
                ? RuleText::tr("%1: an entry of %2 does not say its %3.").arg(m_label, inQuotes(path), inQuotes(type.discriminator))
                : RuleText::tr("%1: %2 is no known %3.").arg(m_label, inQuotes(textOf(word)), inQuotes(type.discriminator));
            m_context.report("schema.variant", at, message, RuleText::tr("Known are: %1.").arg(known.join(u", "_qs)));
            return;
        }
        if (!type.accepts(value))
            m_context.report("schema.type", path,
                             RuleText::tr("%1: %2 has a form that Sigma does not read.").arg(m_label, inQuotes(lastToken(path))));
    }

    void word(const TypeSpec &type, const Json &value, const std::string &path)
    {
        const EnumValue *known = type.enumValue(value);
        if (known ? known->instead.empty() : type.open)
            return;
        const QString written = value.is_string() ? inQuotes(stringOf(value)) : inQuotes(value.is_primitive() && !value.is_binary() ? value.dump() : std::string("…"));
        Diagnostic &finding =
            m_context.report("schema.enum", path, RuleText::tr("%1: %2 cannot be %3.").arg(m_label, inQuotes(lastToken(path)), written),
                             RuleText::tr("Accepted are: %1.").arg(words(type)));
        if (known && known->instead == "-")
            finding.fix = removeFix(RuleText::tr("Leave it out"), m_context, path);
        else if (known)
            finding.fix = setFix(RuleText::tr("Change it to %1").arg(inQuotes(known->instead)), m_context, path, known->instead);
    }

    void number(const TypeSpec &type, const Json &value, const std::string &path)
    {
        if (!value.is_number())
            return;
        const double number = value.get<double>();
        const bool low = type.minimum && number < *type.minimum;
        if (!low && !(type.maximum && number > *type.maximum))
            return;
        const double bound = low ? *type.minimum : *type.maximum;
        m_context
            .report("schema.range", path,
                    low ? RuleText::tr("%1: %2 is below %3.").arg(m_label, inQuotes(lastToken(path))).arg(bound)
                        : RuleText::tr("%1: %2 is above %3.").arg(m_label, inQuotes(lastToken(path))).arg(bound))
            .fix = setFix(RuleText::tr("Set it to %1").arg(bound), m_context, path,
                          bound == static_cast<int>(bound) ? Json(static_cast<int>(bound)) : Json(bound));
    }

    void required(const PropertySpec &field, const std::string &path)
    {
        const std::string at = joinPointer(path, field.key);
        if (m_context.hasFindingAt(at) || (!path.empty() && m_context.hasFindingAt(path)) || replaced(field, path))
            return;
        Diagnostic &finding = m_context.report("schema.required", at,
                                               RuleText::tr("%1: %2 is missing.").arg(m_label, inQuotes(at.substr(1))), field.help);
        if (field.defaultValue && !field.defaultValue->is_null())
            finding.fix = setFix(RuleText::tr("Set it to its default"), m_context, at, *field.defaultValue);
    }

    // An older key stands where the required one is missing; that finding says it all.
    bool replaced(const PropertySpec &field, const std::string &path) const
    {
        const Json *holder = at(m_body, path);
        const auto place = m_catalogue.locate(m_context.scope(), m_body, path);
        if (!holder || !place.type || place.type->type != ValueType::Object)
            return holder && field.key == "columnId" && has(*holder, "id");
        for (const PropertySpec &other : place.type->fields) {
            if (other.instead == field.key && other.isLegacy() && has(*holder, other.key))
                return true;
        }
        return false;
    }

    void unwanted(const TypeSpec &type, const PropertySpec &field, const Json &value, const std::string &path, const std::string &at)
    {
        if (m_context.hasFindingAt(at))
            return;
        const bool rejected = field.kept == Kept::Rejected;
        const QString message = rejected ? RuleText::tr("%1: Sigma rejects %2.").arg(m_label, inQuotes(at.substr(1)))
                                         : RuleText::tr("%1: Sigma forgets %2.").arg(m_label, inQuotes(at.substr(1)));
        Diagnostic &finding =
            m_context.report(rejected ? "schema.rejected-key" : "schema.dropped-key", at, message, field.help);
        const PropertySpec *better = field.instead.empty() ? nullptr : type.field(field.instead);
        const Json *holder = tessera::model::at(m_body, path);
        if (!better && !rejected) {
            finding.fix = removeFix(RuleText::tr("Remove it"), m_context, at);
        } else if (better && holder && !has(*holder, better->key)) {
            const std::string to = joinPointer(path, better->key);
            if (better->type->accepts(value))
                finding.fix = moveKeyFix(RuleText::tr("Call it %1").arg(inQuotes(better->key)), m_context, at, to);
            else if (better->key == "source" && field.key == "url")
                finding.fix = wrapUrlFix(at, to, value);
        } else {
            finding.fix = removeFix(RuleText::tr("Remove it"), m_context, at);
        }
    }

    QuickFix wrapUrlFix(const std::string &from, const std::string &to, const Json &url) const
    {
        return changesFix(RuleText::tr("Wrap it in “source”"),
                          [scope = m_context.scope(), key = m_context.key(), from, to, url](const Workbook &) -> std::vector<Change> {
                              return {SetProperty{scope, key, from, url, std::nullopt, -1},
                                      SetProperty{scope, key, to, std::nullopt, Json{{"kind", "url"}, {"url", url}}}};
                          });
    }

    void unknownKey(const TypeSpec &type, const std::string &key, const std::string &at)
    {
        if (type.fields.empty() || m_context.hasFindingAt(at))
            return;
        m_context.report("schema.unknown-key", at,
                         RuleText::tr("%1: the field %2 is not known.").arg(m_label, inQuotes(at.substr(1))),
                         RuleText::tr("It is kept as it is. If it is a slip, Sigma may reject or forget it."));
        (void)key;
    }

    // A column on a channel.
    void channel(const Json &value, const std::string &path)
    {
        if (path.starts_with("/tooltip") || path.starts_with("/label") || path.starts_with("/actions"))
            return;
        if (value.is_array()) {
            for (std::size_t i = 0; i < value.size(); ++i)
                channel(value[i].is_object() ? child(value[i], "columnId") : value[i], joinPointer(path, i));
            return;
        }
        if (!value.is_string() || !m_channels.emplace(stringOf(value), path).second) {
            const auto first = m_channels.find(stringOf(value));
            if (value.is_string() && first != m_channels.end() && first->second != path && !path.starts_with(first->second + '/')
                && !m_context.hasFindingAt(path))
                m_context.report("schema.channel-twice", path,
                                 RuleText::tr("%1: the column %2 is on two channels, %3 and %4.")
                                     .arg(m_label, inQuotes(stringOf(value)), inQuotes(first->second.substr(1)), inQuotes(path.substr(1))),
                                 RuleText::tr("A column may be on one channel only: add a second column with the same formula."));
        }
    }

    // --- References ---
    void reference(const ReferenceSpec &spec, const std::string &id, const std::string &path)
    {
        if (id.empty() || m_context.hasFindingAt(path) || path == "/controlId")
            return;
        switch (spec.target) {
        case ReferenceTarget::Element:
            element(spec, id, path);
            return;
        case ReferenceTarget::Column:
            if (m_facts && m_facts->columnsListed && !m_facts->columnById(id) && !isFolder(path))
                missing(id, path, RuleText::tr("a column of this element"));
            return;
        case ReferenceTarget::SourceColumn:
            columnOf(m_facts ? m_facts->source.elementId : std::string(), id, path);
            return;
        case ReferenceTarget::ColumnOf:
            columnOf(idAt(spec.of, path), id, path);
            return;
        case ReferenceTarget::Page:
        case ReferenceTarget::Overlay:
        case ReferenceTarget::Block: {
            const CheckContext::Block block = m_context.blockById(id);
            const bool fits = block.object
                && (spec.target == ReferenceTarget::Block || (spec.target == ReferenceTarget::Page) == (block.scope == Scope::Page));
            if (!fits)
                missing(id, path, spec.target == ReferenceTarget::Overlay ? RuleText::tr("an overlay") : RuleText::tr("a page"));
            return;
        }
        case ReferenceTarget::Control:
            if (m_context.byHandle(foldName(id)).empty())
                missing(id, path, RuleText::tr("a control (by controlId)"));
            return;
        case ReferenceTarget::Agent:
            agent(id, path);
            return;
        default:
            return;
        }
    }

    bool isFolder(const std::string &path) const { return path.starts_with("/order/"); }

    std::string idAt(const std::string &of, const std::string &path) const
    {
        // The reference stands in an object, perhaps as an entry of a list or as the key of a map in it.
        for (std::string object = parentPointer(path);; object = parentPointer(object)) {
            const Json *found = at(m_body, resolvePath(object, of));
            if (found && found->is_string())
                return stringOf(*found);
            if (object.empty())
                return {};
        }
    }

    void columnOf(const std::string &elementId, const std::string &id, const std::string &path)
    {
        const FactsPtr element = elementId.empty() ? nullptr : m_context.byId(elementId);
        if (element && element->columnsListed && !element->columnById(id))
            missing(id, path, RuleText::tr("a column of %1").arg(labelOf(*element)));
    }

    void element(const ReferenceSpec &spec, const std::string &id, const std::string &path)
    {
        const FactsPtr element = m_context.byId(id);
        if (!element) {
            missing(id, path, RuleText::tr("an element"));
            return;
        }
        const auto &kinds = spec.kinds;
        if (!kinds.empty() && m_catalogue.element(element->kind) && std::find(kinds.begin(), kinds.end(), element->kind) == kinds.end())
            m_context.report("schema.reference-kind", path,
                             RuleText::tr("%1: %2 does not fit here.").arg(m_label, labelOf(*element)),
                             RuleText::tr("Choose an element of another kind: %1.").arg(kindLabel(kinds.front())));
    }

    void agent(const std::string &id, const std::string &path)
    {
        for (const Json &agent : items(m_context.contents(), "agents")) {
            if (textAt(agent, "id") == id)
                return;
        }
        missing(id, path, RuleText::tr("an agent"));
    }

    void missing(const std::string &id, const std::string &path, const QString &what)
    {
        m_context.report("schema.reference", path,
                         RuleText::tr("%1: %2 should name %3, but there is none with the id %4.")
                             .arg(m_label, inQuotes(lastToken(path)), what, inQuotes(id)),
                         RuleText::tr("Ids count upper and lower case."));
    }

    CheckContext &m_context;
    const Catalogue &m_catalogue;
    const Json &m_body;
    const ElementFacts *m_facts;
    QString m_label;
    std::map<std::string, std::string> m_channels; // column id -> the first channel it is on
};

void checkElement(CheckContext &context, const Object &element, const ElementFacts &facts)
{
    if (!context.catalogue())
        return;
    if (facts.kind == "control" && !context.catalogue()->control(facts.controlType) && !facts.controlType.empty()) {
        context.report("schema.control-type", "/controlType",
                       RuleText::tr("%1: the control type %2 is not known.").arg(labelOf(facts), inQuotes(facts.controlType)),
                       RuleText::tr("Drop-downs and radio buttons are lists with a single selection; a toggle is a switch."));
        return;
    }
    if (const KindSpec *spec = context.catalogue()->kindOf(Scope::Element, element.body()))
        SchemaWalk(context, element.body(), &facts, labelOf(facts)).root(*spec);
}

void checkBlock(CheckContext &context, const Object &block, Scope scope)
{
    const KindSpec *spec = context.catalogue() ? context.catalogue()->kindOf(scope, block.body()) : nullptr;
    if (spec)
        SchemaWalk(context, block.body(), nullptr, labelOf(block, scope)).root(*spec);
}

void checkWorkbook(CheckContext &context, const Json &, const Json &contents, const Json &)
{
    const KindSpec *spec = context.catalogue() ? context.catalogue()->kindOf(Scope::Contents, contents) : nullptr;
    if (spec)
        SchemaWalk(context, contents, nullptr, RuleText::tr("The workbook")).root(*spec);
}

std::vector<RuleInfo> rows()
{
    return {
        {"schema.required", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Missing field"),
         QT_TRANSLATE_NOOP("Rules", "A field that Sigma needs is missing. For elements Sigma does not name it: it only says that the "
                                    "kind is invalid."),
         "Invalid kind: \"<kind>\""},
        {"schema.type", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Wrong type of value"),
         QT_TRANSLATE_NOOP("Rules", "A text stands where a number, list or map belongs, or the other way round."), "Invalid kind: \"<kind>\""},
        {"schema.variant", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Unknown form"),
         QT_TRANSLATE_NOOP("Rules", "Effects, filters, sources and others say what they are by one word, which must be known."),
         "Invalid kind: \"<kind>\""},
        {"schema.enum", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Word that is not accepted"),
         QT_TRANSLATE_NOOP("Rules", "The field takes one of a few words. Several were renamed over time: start, middle and end became "
                                    "left, center and right, or top, center and bottom."),
         "Invalid kind: \"<kind>\""},
        {"schema.range", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Number out of range"),
         QT_TRANSLATE_NOOP("Rules", "The field takes numbers within limits.")},
        {"schema.rejected-key", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Rejected field"),
         QT_TRANSLATE_NOOP("Rules", "An older or wrong name for a field, which Sigma no longer takes: {id} instead of {columnId}, table "
                                    "instead of tableElementId, and others."),
         "Invalid kind: \"<kind>\""},
        {"schema.dropped-key", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Forgotten field"),
         QT_TRANSLATE_NOOP("Rules", "Sigma accepts the field and forgets it without a word.")},
        {"schema.unknown-key", Severity::Info, QT_TRANSLATE_NOOP("Rules", "Unknown field"),
         QT_TRANSLATE_NOOP("Rules", "Sigma adds fields without notice, so unknown ones are kept and passed on.")},
        {"schema.channel-twice", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Column on two channels"),
         QT_TRANSLATE_NOOP("Rules", "A column may sit on one channel of an element only."),
         "Column 'X' is referenced from both 'a' and 'b'; a column can only be on one channel at a time"},
        {"schema.reference", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Reference to nothing"),
         QT_TRANSLATE_NOOP("Rules", "A field names an element, column, page, overlay, control or agent that does not exist."),
         "Dependency not found: '<x>/<y>', bad column: <id>, Control not found"},
        {"schema.reference-kind", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Reference to the wrong kind"),
         QT_TRANSLATE_NOOP("Rules", "The field may name only elements of some kinds.")},
        {"schema.control-type", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Unknown control type"),
         QT_TRANSLATE_NOOP("Rules", "There are 18 types of controls; names from other tools are rejected."), "Invalid kind: \"control\""},
    };
}

} // namespace

RuleTopic schemaTopic()
{
    return {QT_TRANSLATE_NOOP("Rules", "Fields"), rows(), checkWorkbook, checkElement, checkBlock, {}};
}

} // namespace tessera::model
