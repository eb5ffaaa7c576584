// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/rules/schema_references.h"

#include <algorithm>

#include "model/checks/rules/schema_fixes.h"
#include "model/formula/lexer.h"

namespace tessera::model {

namespace {

class ReferenceCheck
{
public:
    ReferenceCheck(CheckContext &context, const ReferenceHolder &holder, const ReferenceSpec &spec,
                   const std::string &id, const std::string &path)
        : m_context(context)
        , m_holder(holder)
        , m_spec(spec)
        , m_id(id)
        , m_path(path)
    {
    }

    std::optional<BrokenReference> run() const
    {
        switch (m_spec.target) {
        case ReferenceTarget::Element:
            return element();
        case ReferenceTarget::Column:
            return ownColumn();
        case ReferenceTarget::SourceColumn:
            return columnOf(m_holder.facts ? m_holder.facts->source->elementId : std::string());
        case ReferenceTarget::ColumnOf:
            return columnOf(neighbour());
        case ReferenceTarget::Grouping:
            return groupingOf(neighbour());
        case ReferenceTarget::Page:
        case ReferenceTarget::Overlay:
        case ReferenceTarget::Block:
            return block();
        case ReferenceTarget::Control:
            return control();
        case ReferenceTarget::Agent:
            return agent();
        case ReferenceTarget::FormField:
            return formField();
        default:
            return std::nullopt;
        }
    }

private:
    std::optional<BrokenReference> missing(const QString &what, std::string meant = {}) const
    {
        return BrokenReference{"schema.reference",
                               RuleText::tr("%1: %2 should name %3, but there is none with the id %4.")
                                   .arg(m_holder.label, inQuotes(placeName(m_path)), what, inQuotes(m_id)),
                               meant.empty() ? RuleText::tr("Ids count upper and lower case.")
                                             : RuleText::tr("Things are named by id here, not by name."),
                               std::move(meant)};
    }

    std::optional<BrokenReference> element() const
    {
        const FactsPtr element = m_context.byId(m_id);
        const auto fits = [this](const ElementFacts &candidate) {
            const auto &kinds = m_spec.kinds;
            return kinds.empty() || !m_holder.catalogue.element(candidate.kind) ||
                   std::find(kinds.begin(), kinds.end(), candidate.kind) != kinds.end();
        };
        if (!element) {
            const auto named = m_context.byName(foldName(m_id));
            const bool meant = named.size() == 1 && fits(*named.front());
            return missing(RuleText::tr("an element"), meant ? named.front()->id : std::string());
        }
        if (fits(*element))
            return std::nullopt;
        return BrokenReference{
            "schema.reference-kind",
            RuleText::tr("%1: %2 does not fit here.").arg(m_holder.label, labelOf(*element)),
            RuleText::tr("Choose an element of another kind: %1.").arg(kindLabel(m_spec.kinds.front())),
            {}};
    }

    static std::string namedColumn(const ElementFacts &facts, const std::string &name)
    {
        const ColumnFacts *column = facts.columnByName(name);
        return column ? column->id : std::string();
    }

    std::optional<BrokenReference> ownColumn() const
    {
        const ElementFacts *facts = m_holder.facts;
        if (!facts || !facts->columnsListed || facts->columnById(m_id) || m_path.starts_with("/order/")) // folders
            return std::nullopt;
        return missing(RuleText::tr("a column of this element"), namedColumn(*facts, m_id));
    }

    std::optional<BrokenReference> columnOf(const std::string &elementId) const
    {
        const FactsPtr element = elementId.empty() ? nullptr : m_context.byId(elementId);
        if (!element || !element->columnsListed || element->columnById(m_id))
            return std::nullopt;
        return missing(RuleText::tr("a column of %1").arg(labelOf(*element)), namedColumn(*element, m_id));
    }

    std::optional<BrokenReference> groupingOf(const std::string &elementId) const
    {
        const FactsPtr element = elementId.empty() ? nullptr : m_context.byId(elementId);
        if (!element || m_id == "base" ||
            std::find(element->groupings.begin(), element->groupings.end(), m_id) != element->groupings.end())
            return std::nullopt;
        return missing(RuleText::tr("a grouping of %1").arg(labelOf(*element)));
    }

    // The element that the columns are of. The reference stands in an object, perhaps as an entry of a list or as the
    // key of a map in it.
    std::string neighbour() const
    {
        for (std::string object = parentPointer(m_path);; object = parentPointer(object)) {
            const Json *found = at(m_holder.body, resolvePath(object, m_spec.of));
            if (found && found->is_string())
                return stringOf(*found);
            if (object.empty())
                return {};
        }
    }

    std::optional<BrokenReference> block() const
    {
        const auto fits = [this](Scope scope) {
            return m_spec.target == ReferenceTarget::Block ||
                   (m_spec.target == ReferenceTarget::Page) == (scope == Scope::Page);
        };
        const CheckContext::Block block = m_context.blockById(m_id);
        if (block.object && fits(block.scope))
            return std::nullopt;
        QList<std::string> named;
        if (!block.object && m_context.pages().size() + m_context.overlays().size() <= mostGuesses) {
            for (const auto &[scope, list] :
                 {std::pair(Scope::Page, &m_context.pages()), std::pair(Scope::Overlay, &m_context.overlays())}) {
                for (const Object &object : *list) {
                    if (fits(scope) && foldName(stringMember(object.body(), "name")) == foldName(m_id))
                        named << object.id();
                }
            }
        }
        return missing(m_spec.target == ReferenceTarget::Overlay ? RuleText::tr("an overlay") : RuleText::tr("a page"),
                       named.size() == 1 ? named.first() : std::string());
    }

    std::optional<BrokenReference> control() const
    {
        const auto controls = m_context.byHandle(foldName(m_id));
        if (controls.empty()) {
            const FactsPtr element = m_context.byId(m_id); // its id stands for its handle
            return missing(RuleText::tr("a control (by controlId)"), element ? element->handle : std::string());
        }
        if (std::any_of(controls.begin(), controls.end(), [this](const FactsPtr &one) { return one->handle == m_id; }))
            return std::nullopt;
        return BrokenReference{"schema.unconfirmed",
                               RuleText::tr("%1: the control is called %2, not %3.")
                                   .arg(m_holder.label, inQuotes(controls.front()->handle), inQuotes(m_id)),
                               RuleText::tr("Ids count upper and lower case."), controls.front()->handle};
    }

    std::optional<BrokenReference> formField() const
    {
        const std::string other = m_spec.of.empty() ? std::string() : neighbour();
        const FactsPtr named = other.empty() ? nullptr : m_context.byId(other);
        const ElementFacts *form = m_spec.of.empty() ? m_holder.facts : named.get();
        if (!form || form->kind != "form" ||
            std::find(form->fields.begin(), form->fields.end(), m_id) != form->fields.end())
            return std::nullopt;
        return missing(RuleText::tr("a field of %1").arg(labelOf(*form)));
    }

    std::optional<BrokenReference> agent() const
    {
        std::string named;
        for (const Json &agent : items(m_context.contents(), "agents")) {
            if (textAt(agent, "id") == m_id)
                return std::nullopt;
            if (named.empty() && foldName(stringMember(agent, "name")) == foldName(m_id))
                named = stringMember(agent, "id");
        }
        return missing(RuleText::tr("an agent"), named);
    }

    CheckContext &m_context;
    const ReferenceHolder &m_holder;
    const ReferenceSpec &m_spec;
    const std::string &m_id;
    const std::string &m_path;
};

} // namespace

std::optional<BrokenReference> brokenReference(CheckContext &context, const ReferenceHolder &holder,
                                               const ReferenceSpec &spec, const std::string &id,
                                               const std::string &path)
{
    return ReferenceCheck(context, holder, spec, id, path).run();
}

} // namespace tessera::model
