// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/rules/schema_walk.h"

#include <algorithm>
#include <map>

#include <QRegularExpression>
#include <QScopedValueRollback>

#include "model/checks/rules/schema_fixes.h"
#include "model/checks/rules/schema_references.h"

namespace tessera::model {

namespace {

class SchemaWalk
{
public:
    SchemaWalk(CheckContext &context, const Json &body, const ElementFacts *facts, QString label)
        : m_context(context)
        , m_catalogue(*context.catalogue())
        , m_body(body)
        , m_facts(facts)
        , m_label(std::move(label))
    {
    }

    void root(const KindSpec &spec)
    {
        if (!m_body.is_object() || spec.certainty == Certainty::Unknown)
            return;
        const Doubt doubt(*this, spec.certainty);
        object(*spec.type, m_body, {}, true);
        if (m_unknownKeys > mostUnknownKeys)
            m_context.report(
                "schema.unknown-key", "",
                RuleText::tr("%1: %L2 more fields are not known.").arg(m_label).arg(m_unknownKeys - mostUnknownKeys),
                RuleText::tr("They are kept as they are. Is this really a workbook for Sigma?"));
    }

private:
    static constexpr int mostUnknownKeys = 100; // told one by one; the findings of a hostile file have to fit in memory

    // Within a part that is not confirmed, what does not fit is a warning.
    struct Doubt
    {
        Doubt(SchemaWalk &walk, Certainty certainty) : m_walk(walk), m_adds(certainty != Certainty::Certain)
        {
            m_walk.m_doubts += m_adds;
        }
        ~Doubt() { m_walk.m_doubts -= m_adds; }
        SchemaWalk &m_walk;
        int m_adds;
    };

    Diagnostic &tell(std::string_view rule, const std::string &path, const QString &message, const QString &hint = {})
    {
        return m_context.report(m_doubts > 0 ? std::string_view("schema.unconfirmed") : rule, path, message, hint);
    }

    void object(const TypeSpec &type, const Json &value, const std::string &path, bool top = false)
    {
        for (const PropertySpec &field : type.fields) {
            const Json *present = member(value, field.key);
            const bool missing =
                !present || (present->is_null() && !field.nullable) || isUnchosen(*field.type, *present);
            if (missing && field.required && !skipped(top, field.key) && field.certainty != Certainty::Unknown &&
                !(top && isIdentity(field.key)) && field.visibleWhen.holds(m_body, path)) {
                const Doubt doubt(*this, field.certainty);
                required(type, field, value, path);
            }
        }
        for (const auto &[key, part] : value.items()) {
            const std::string at = joinPointer(path, key);
            const PropertySpec *field = type.field(key);
            if (!field) {
                if (!type.openObject && !isIdentity(key))
                    unknownKey(type, value, key, at);
                continue;
            }
            if (field->kept == Kept::Rejected || field->kept == Kept::Dropped) {
                unwanted(type, *field, part, path, at);
                continue;
            }
            if (part.is_null() || field->certainty == Certainty::Unknown || skipped(top, key))
                continue;
            if (field->channel)
                channel(part, at);
            const Doubt doubt(*this, field->certainty);
            this->value(*field->type, part, at);
        }
    }

    // A reference that was made but never chosen: Sigma takes it for a missing one.
    static bool isUnchosen(const TypeSpec &type, const Json &value)
    {
        return type.type == ValueType::Reference && value.is_string() && textOf(value).empty();
    }

    // Whether to look for what is meant: not for the thousands of slips of a hostile file.
    bool guess() { return ++m_guesses < 100; }

    static bool isIdentity(std::string_view key)
    {
        return isOneOf(key, {"id", "kind", "type", "controlType", "elements", "layout"});
    }
    // Lists of the content have objects of their own.
    bool skipped(bool top, std::string_view key) const
    {
        return top && m_context.scope() == Scope::Contents &&
               isOneOf(key, {"elements", "pages", "overlays", "panels", "layout"});
    }

    void value(const TypeSpec &type, const Json &value, const std::string &path)
    {
        if (value.is_structured() ? m_context.hasErrorAt(path) : m_context.hasFindingAt(path))
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
        case ValueType::Color:
            color(value, path, true);
            return;
        case ValueType::Date:
            date(value, path);
            return;
        case ValueType::Text:
            if (type.editor == Editor::Color) {
                color(value, path, false);
                return;
            }
            break;
        case ValueType::Reference:
            if (type.reference.target == ReferenceTarget::Tab) {
                tab(value, path);
                return;
            }
            if (!value.is_string())
                break;
            reference(type.reference, stringOf(value), path);
            return;
        default:
            break;
        }
        if (!type.accepts(value)) {
            if (m_context.hasFindingAt(path)) // which says what is wrong with all of it
                return;
            Diagnostic &finding =
                tell("schema.type", path,
                     RuleText::tr("%1: %2 must be %3.").arg(m_label, inQuotes(placeName(path)), typeName(type.type)));
            if (const auto same = converted(type, value))
                finding.fix = setFix(RuleText::tr("Write it as %1").arg(typeName(type.type)), m_context, path, *same);
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

    // `alpha`: whether a transparency is accepted here.
    void color(const Json &value, const std::string &path, bool alpha)
    {
        const std::string text = stringOf(value);
        if (value.is_string() && isHexColor(text) && (alpha || text.size() < 9))
            return;
        const bool word = isOneOf(text, {"transparent", "auto"});
        Diagnostic &finding =
            tell("schema.color", path,
                 RuleText::tr("%1: %2 is no color that is accepted here.").arg(m_label, inQuotes(text)),
                 word       ? RuleText::tr("Only backgrounds can be transparent or automatic.")
                 : m_themed ? RuleText::tr("Write #rgb or #rrggbb, or take a color of the theme.")
                            : RuleText::tr("Write #rgb or #rrggbb."));
        if (const std::string hex = hexOf(text, alpha); !hex.empty())
            finding.fix = setFix(RuleText::tr("Write it as %1").arg(toQString(hex)), m_context, path, hex);
    }

    void date(const Json &value, const std::string &path)
    {
        static const QRegularExpression iso(
            QStringLiteral("^\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})?)?$"));
        if (!value.is_string() || !iso.match(toQString(textOf(value))).hasMatch())
            tell("schema.type", path, RuleText::tr("%1: %2 must be a date.").arg(m_label, inQuotes(placeName(path))),
                 RuleText::tr("Dates are written year-month-day, for example 2026-04-21."));
    }

    void list(const TypeSpec &type, const Json &value, const std::string &path)
    {
        if (!type.item)
            return;
        if (type.minimum && static_cast<double>(value.size()) < *type.minimum) {
            const Doubt doubt(*this, Certainty::Unverified); // what Sigma says to it is not known
            tell("schema.range", path,
                 RuleText::tr("%1: %2 needs at least %n item(s).", nullptr, static_cast<int>(*type.minimum))
                     .arg(m_label, inQuotes(placeName(path))));
        }
        for (std::size_t i = 0; i < value.size(); ++i) {
            if (!value[i].is_null())
                this->value(*type.item, value[i], joinPointer(path, i));
        }
    }

    void tab(const Json &value, const std::string &path)
    {
        if (value.is_number_integer())
            return;
        Diagnostic &finding = tell(
            "schema.type", path, RuleText::tr("%1: %2 must be a whole number.").arg(m_label, inQuotes(placeName(path))),
            RuleText::tr("0 is the first tab."));
        if (const auto number = integerIn(value))
            finding.fix =
                setFix(RuleText::tr("Write it as %1").arg(typeName(ValueType::Number)), m_context, path, *number);
    }

    void map(const TypeSpec &type, const Json &value, const std::string &path)
    {
        for (const auto &[key, part] : value.items()) {
            const std::string at = joinPointer(path, key);
            if (type.mapKey && type.mapKey->type == ValueType::Reference)
                reference(type.mapKey->reference, key, at, true);
            if (type.item && !part.is_null())
                this->value(*type.item, part, at);
        }
    }

    void united(const TypeSpec &type, const Json &value, const std::string &path)
    {
        const VariantSpec *variant = type.variantOf(value);
        if (variant) {
            if (variant->legacy)
                oldForm(type, value, path);
            const Doubt doubt(*this, variant->certainty);
            const QScopedValueRollback<bool> themed(m_themed, hasTheme(type));
            if (variant->certainty != Certainty::Unknown && variant->type)
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
                                        ? RuleText::tr("%1: an entry of %2 does not say its %3.")
                                              .arg(m_label, inQuotes(path), inQuotes(type.discriminator))
                                        : RuleText::tr("%1: %2 is no known %3.")
                                              .arg(m_label, inQuotes(textOf(word)), inQuotes(type.discriminator));
            Diagnostic &finding =
                tell("schema.variant", at, message, RuleText::tr("Known are: %1.").arg(known.join(u", "_qs)));
            if (const std::string near = guess() ? nearForm(type, word) : std::string(); !near.empty())
                finding.fix = setFix(RuleText::tr("Change it to %1").arg(inQuotes(near)), m_context, at, near);
            return;
        }
        // Another rule may know why it is none of the forms.
        if (!type.accepts(value) && !m_context.hasFindingAt(path + "/type"))
            tell("schema.type", path,
                 RuleText::tr("%1: %2 has a form that Sigma does not read.").arg(m_label, inQuotes(placeName(path))));
    }

    static bool hasTheme(const TypeSpec &type)
    {
        return std::any_of(type.variants.begin(), type.variants.end(),
                           [](const VariantSpec &form) { return form.name == "theme"; });
    }

    void oldForm(const TypeSpec &type, const Json &value, const std::string &path)
    {
        const Doubt doubt(*this,
                          value.is_array() ? Certainty::Unverified : Certainty::Certain); // lists of ends are only old
        Diagnostic &finding = tell("schema.old-form", path,
                                   RuleText::tr("%1: %2 is written in the form of an older generation.")
                                       .arg(m_label, inQuotes(placeName(path))));
        if (const auto better = modernised(type, value))
            finding.fix = setFix(RuleText::tr("Write it in today's form"), m_context, path, *better);
    }

    void word(const TypeSpec &type, const Json &value, const std::string &path)
    {
        const EnumValue *known = type.enumValue(value);
        if (known ? known->instead.empty() : type.open)
            return;
        const Doubt doubt(*this, known ? known->certainty : Certainty::Certain);
        const QString written =
            value.is_string() ? inQuotes(stringOf(value))
                              : inQuotes(value.is_primitive() && !value.is_binary() ? value.dump() : std::string("…"));
        Diagnostic &finding = tell(
            "schema.enum", path, RuleText::tr("%1: %2 cannot be %3.").arg(m_label, inQuotes(placeName(path)), written),
            RuleText::tr("Accepted are: %1.").arg(words(type)));
        if (known && known->instead == "-")
            finding.fix = removeFix(RuleText::tr("Leave it out"), m_context, path);
        else if (known)
            finding.fix =
                setFix(RuleText::tr("Change it to %1").arg(inQuotes(known->instead)), m_context, path, known->instead);
        else if (const auto near = nearWord(type, value))
            finding.fix =
                setFix(RuleText::tr("Change it to %1").arg(inQuotes(stringOf(*near))), m_context, path, *near);
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
        tell("schema.range", path,
             low ? RuleText::tr("%1: %2 is below %3.").arg(m_label, inQuotes(placeName(path))).arg(bound)
                 : RuleText::tr("%1: %2 is above %3.").arg(m_label, inQuotes(placeName(path))).arg(bound))
            .fix = setFix(RuleText::tr("Set it to %1").arg(bound), m_context, path,
                          bound == static_cast<int>(bound) ? Json(static_cast<int>(bound)) : Json(bound));
    }

    void required(const TypeSpec &type, const PropertySpec &field, const Json &holder, const std::string &path)
    {
        const std::string at = joinPointer(path, field.key);
        if (m_context.hasFindingAt(at) || (!path.empty() && m_context.hasErrorAt(path)) ||
            isReplaced(type, field, holder))
            return;
        Diagnostic &finding = tell("schema.required", at,
                                   RuleText::tr("%1: %2 is missing.").arg(m_label, inQuotes(at.substr(1))), field.help);
        if (field.defaultValue && !field.defaultValue->is_null())
            finding.fix = setFix(RuleText::tr("Set it to its default"), m_context, at, *field.defaultValue);
    }

    // An older key stands where the required one is missing; that finding says it all.
    static bool isReplaced(const TypeSpec &type, const PropertySpec &field, const Json &holder)
    {
        return std::any_of(type.fields.begin(), type.fields.end(), [&](const PropertySpec &other) {
            return other.instead == field.key && other.isLegacy() && has(holder, other.key);
        });
    }

    void unwanted(const TypeSpec &type, const PropertySpec &field, const Json &value, const std::string &path,
                  const std::string &at)
    {
        if (m_context.hasFindingAt(at))
            return;
        const bool rejected = field.kept == Kept::Rejected;
        // An older name is gone even where the rest of the place is not confirmed.
        const bool renamed = rejected && !field.instead.empty() && field.certainty == Certainty::Certain;
        const bool known = renamed || (field.certainty == Certainty::Certain && !(rejected && m_doubts > 0));
        const QString message = !known     ? RuleText::tr("%1: Sigma is not known to take %2.")
                                : rejected ? RuleText::tr("%1: Sigma rejects %2.")
                                           : RuleText::tr("%1: Sigma forgets %2.");
        Diagnostic &finding = m_context.report(!rejected ? "schema.dropped-key"
                                               : known   ? "schema.rejected-key"
                                                         : "schema.unconfirmed",
                                               at, message.arg(m_label, inQuotes(at.substr(1))), field.help);
        const PropertySpec *better = field.instead.empty() ? nullptr : type.field(field.instead);
        const Json *holder = tessera::model::at(m_body, path);
        if (!better && !rejected) {
            finding.fix = removeFix(RuleText::tr("Remove it"), m_context, at);
        } else if (better && holder && !has(*holder, better->key)) {
            const std::string to = joinPointer(path, better->key);
            if (better->type->accepts(value))
                finding.fix = moveKeyFix(RuleText::tr("Call it %1").arg(inQuotes(better->key)), m_context, at, to);
            else if (const auto form = formWith(*better->type, field.key, value))
                finding.fix = wrapFix(at, to, value, *form);
        } else {
            finding.fix = removeFix(RuleText::tr("Remove it"), m_context, at);
        }
    }

    QuickFix wrapFix(const std::string &from, const std::string &to, const Json &value, const Json &form) const
    {
        return changesFix(RuleText::tr("Wrap it in %1").arg(inQuotes(lastToken(to))),
                          [scope = m_context.scope(), key = m_context.key(), from, to, value,
                           form](const Workbook &) -> std::vector<Change> {
                              return {SetProperty{scope, key, from, value, std::nullopt, -1},
                                      SetProperty{scope, key, to, std::nullopt, form}};
                          });
    }

    void unknownKey(const TypeSpec &type, const Json &holder, const std::string &key, const std::string &at)
    {
        if (type.fields.empty() || m_context.hasFindingAt(at) || ++m_unknownKeys > mostUnknownKeys)
            return;
        const std::string near = guess() ? nearKey(type, holder, key) : std::string();
        Diagnostic &finding = m_context.report(
            "schema.unknown-key", at,
            RuleText::tr("%1: the field %2 is not known.").arg(m_label, inQuotes(at.substr(1))),
            near.empty() ? RuleText::tr("It is kept as it is. If it is a slip, Sigma may reject or forget it.")
                         : RuleText::tr("It is kept as it is. Perhaps %1 is meant.").arg(inQuotes(near)));
        if (!near.empty())
            finding.fix = moveKeyFix(RuleText::tr("Call it %1").arg(inQuotes(near)), m_context, at,
                                     joinPointer(parentPointer(at), near));
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
            if (value.is_string() && first != m_channels.end() && first->second != path &&
                !path.starts_with(first->second + '/') && !m_context.hasFindingAt(path))
                twice(stringOf(value), first->second, path);
        }
    }

    void twice(const std::string &column, const std::string &first, const std::string &path)
    {
        Diagnostic &finding = m_context.report(
            "schema.channel-twice", path,
            RuleText::tr("%1: the column %2 is on two channels, %3 and %4.")
                .arg(m_label, inQuotes(column), inQuotes(first.substr(1)), inQuotes(path.substr(1))),
            RuleText::tr("A column may be on one channel only: add a second column with the same formula."));
        if (m_facts && m_facts->columnById(column))
            finding.fix = secondColumnFix(m_context, column, path);
    }

    // `isKey`: it is the key of a map.
    void reference(const ReferenceSpec &spec, const std::string &id, const std::string &path, bool isKey = false)
    {
        if (id.empty() || m_context.hasFindingAt(path) || path == "/controlId")
            return;
        const auto broken = brokenReference(m_context, {m_catalogue, m_body, m_facts, m_label}, spec, id, path);
        if (!broken)
            return;
        Diagnostic &finding = tell(broken->rule, path, broken->message, broken->hint);
        if (broken->meant.empty())
            return;
        const QString label = RuleText::tr("Use the id %1").arg(inQuotes(broken->meant));
        finding.fix = isKey ? moveKeyFix(label, m_context, path, joinPointer(parentPointer(path), broken->meant))
                            : setFix(label, m_context, path, broken->meant);
    }

    CheckContext &m_context;
    const Catalogue &m_catalogue;
    const Json &m_body;
    const ElementFacts *m_facts;
    QString m_label;
    bool m_themed = false; // a color of the theme would do at the place at hand
    int m_guesses = 0;
    int m_unknownKeys = 0;
    int m_doubts = 0;                              // parts around the place at hand that are not confirmed
    std::map<std::string, std::string> m_channels; // column id -> the first channel it is on
};

} // namespace

void walkSchema(CheckContext &context, const Json &body, const ElementFacts *facts, const QString &label,
                const KindSpec &spec)
{
    SchemaWalk(context, body, facts, label).root(spec);
}

} // namespace tessera::model
