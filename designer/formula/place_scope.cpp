// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/formula/place_scope.h"

#include <mutex>

#include "designer/formula/template_place.h"
#include "model/edit/property_edit.h"
#include "model/query/workbook_scope.h"

namespace tessera::designer {

using namespace model;

namespace {

// What the text at a path may name; a text that is not there yet is a formula of its element.
TextSite siteAt(const Workbook &workbook, const Target &place)
{
    TextSite found;
    found.path = textPathOf(place.path);
    const Object *element = place.scope == Scope::Element ? workbook.element(place.key) : nullptr;
    if (const Json *tree = propertyTree(workbook, place.scope, place.key)) {
        visitTextSites(*tree, element ? std::string_view(element->kind()) : std::string_view(),
                       [&](const TextSite &site) {
                           if (site.path == found.path)
                               found = site;
                       });
    }
    return found;
}

class PlaceScope : public formula::Scope
{
public:
    PlaceScope(const Workbook &workbook, const NameIndex &names, Target place, FormulaData data)
        : m_workbook(std::make_shared<const Workbook>(workbook))
        , m_names(names)
        , m_place(std::move(place))
        , m_data(std::move(data))
    {
    }

    Found resolve(const formula::ColumnReference &reference) const override
    {
        const std::lock_guard lock(m_mutex);
        return scope().resolve(reference);
    }
    std::vector<std::string> candidates(const formula::ColumnReference &reference) const override
    {
        const std::lock_guard lock(m_mutex);
        return scope().candidates(reference);
    }

private:
    // Made by the first who asks, which is a worker: outside tables may have to be loaded.
    const query::WorkbookScope &scope() const
    {
        if (!m_scope) {
            m_sources = m_data.columns ? m_data.columns(m_workbook) : nullptr;
            m_columns = std::make_unique<query::WorkbookColumns>(*m_workbook, m_names, m_sources.get());
            const Key owner = m_place.scope == model::Scope::Element ? m_place.key : Key();
            m_scope = std::make_unique<query::WorkbookScope>(*m_columns, owner, siteAt(*m_workbook, m_place));
        }
        return *m_scope;
    }

    std::shared_ptr<const Workbook> m_workbook;
    NameIndex m_names;
    Target m_place;
    FormulaData m_data;
    mutable std::mutex m_mutex; // guards what follows
    mutable std::shared_ptr<const query::SourceColumns> m_sources;
    mutable std::unique_ptr<query::WorkbookColumns> m_columns;
    mutable std::unique_ptr<query::WorkbookScope> m_scope;
};

} // namespace

std::shared_ptr<const formula::Scope> makePlaceScope(const Workbook &workbook, const NameIndex &names,
                                                     const Target &place, const FormulaData &data)
{
    return std::make_shared<PlaceScope>(workbook, names, place, data);
}

} // namespace tessera::designer
