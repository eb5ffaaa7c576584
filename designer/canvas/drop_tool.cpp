// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "designer/canvas/tool.h"
#include "model/edit/insert_edit.h"
#include "model/edit/layout_draft.h"

namespace tessera::designer {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::DropTool)
};

class DropTool : public Tool
{
public:
    DropTool(ToolHost &host, std::string kind, std::string source)
        : Tool(host)
        , m_kind(std::move(kind))
        , m_source(std::move(source))
        , m_base(host.geometry())
    {
    }

    void update(const ToolInput &input) override
    {
        const model::NodeId parent = m_base.gridAt(input.block);
        const model::GridBox *grid = m_base.grid(parent);
        m_host.overlay().grid = parent;
        if (!grid)
            return;
        model::GridRect rect = model::defaultRect(m_host.catalogue(), m_kind, grid->columns());
        rect.x = grid->columnAt(input.block.x()) - rect.w / 2;
        rect.y = qMax(0, grid->rowAt(input.block.y()) - 1);
        rect = model::fitted(rect, grid->columns());
        if (parent == m_parent && rect == m_rect) {
            m_host.overlay().pointer = input.block;
            return;
        }
        m_parent = parent;
        m_rect = rect;
        const auto fits = model::mayInsert(m_host.workbook(), m_host.catalogue(), m_kind, parent);
        m_allowed = fits.has_value();
        refuse(fits ? QString() : fits.error().message, input.block);
        m_host.overlay().sizeLabel = Texts::tr("%1 × %2").arg(rect.w).arg(rect.h);
        if (!m_allowed) {
            m_host.preview(std::nullopt, model::rootNode);
            m_host.overlay().drop = grid->cells(rect).adjusted(4, 4, -4, -4);
            return;
        }
        showRoom(parent, rect);
    }

    void rebase() override
    {
        m_base = m_host.geometry();
        m_parent = model::rootNode;
    }

    std::optional<model::Transaction> finish() override
    {
        if (!m_allowed)
            return std::nullopt;
        model::InsertOptions options;
        options.rect = m_rect;
        options.source = m_source;
        auto done = model::makeInsert(m_host.workbook(), m_host.catalogue(), m_kind, m_parent, options);
        return done ? std::optional(std::move(*done)) : std::nullopt;
    }

    bool showsGrid() const override { return true; }

private:
    // Siblings make room at once; the new element itself is a soft rectangle.
    void showRoom(model::NodeId parent, const model::GridRect &rect)
    {
        model::LayoutDraft draft(m_host.workbook().layout);
        const model::NodeId ghost = draft.tree().nextId();
        draft.insert(parent, {ghost, {model::NodeKind::Element, {}, rect, model::pageColumns, {}}, {}});
        draft.place(parent, {{ghost, rect}});
        m_host.preview(draft.tree(), ghost);
        const QRect card = m_host.previewCard(ghost);
        showGuides(card.adjusted(-4, -4, 4, 4), parent, model::SnapEdge::All, {});
        m_host.overlay().drop = card;
    }

    std::string m_kind;
    std::string m_source;
    model::BlockGeometry m_base;
    model::NodeId m_parent = model::rootNode;
    model::GridRect m_rect{-1, -1, 0, 0};
    bool m_allowed = false;
};

} // namespace

std::unique_ptr<Tool> makeDropTool(ToolHost &host, const std::string &kind, const std::string &source)
{
    return std::make_unique<DropTool>(host, kind, source);
}

} // namespace tessera::designer
