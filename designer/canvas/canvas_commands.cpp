// SPDX-License-Identifier: GPL-3.0-or-later
#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

#include "designer/canvas/canvas_controller.h"
#include "designer/canvas/canvas_view.h"
#include "designer/session/session.h"
#include "model/edit/clipboard_edit.h"
#include "model/edit/container_edit.h"
#include "model/edit/duplicate_edit.h"
#include "model/edit/edit_rules.h"
#include "model/edit/insert_edit.h"
#include "model/edit/place_edit.h"
#include "model/edit/remove_edit.h"

namespace tessera::designer {

void CanvasView::removeSelection()
{
    const QList<model::Key> keys = m_session.selection().elements();
    if (!keys.isEmpty())
        m_controller->commit(model::makeRemove(m_session.workbook(), keys));
}

void CanvasView::duplicateSelection()
{
    const QList<model::Key> keys = m_session.selection().elements();
    if (keys.isEmpty())
        return;
    auto copy = model::makeDuplicate(m_session.workbook(), m_session.catalogue(), keys);
    std::int64_t left = 0;
    if (copy) {
        const QList<model::Key> originals = model::duplicatedElements(m_session.workbook(), keys);
        const model::RowStore &rows = m_session.document().rows();
        left = model::rowsTooMany(m_session.workbook(), originals, rows);
        model::addRowCopies(*copy, originals, model::copyRows(m_session.workbook(), originals, rows), rows);
    }
    if (m_controller->commit(std::move(copy)))
        tellRowsLeft(left);
}

void CanvasView::tellRowsLeft(std::int64_t rows)
{
    if (rows > 0)
        Q_EMIT noticed(tr("Copied without %L1 rows: more than %L2 do not go along. Export them from the original and "
                          "import them into "
                          "the copy.")
                           .arg(rows)
                           .arg(model::mostCopiedRows));
}

void CanvasView::copySelection()
{
    auto clip = model::makeClip(m_session.workbook(), m_session.selection().elements());
    if (!clip) {
        m_controller->commit(model::fail(clip.error()));
        return;
    }
    QGuiApplication::clipboard()->setMimeData(clipData(*clip));
    tellRowsLeft(model::rowsTooMany(*clip, model::pastedElements(*clip), m_session.document().rows()));
}

void CanvasView::cutSelection()
{
    const QList<model::Key> keys = m_session.selection().elements();
    const auto clip = model::makeClip(m_session.workbook(), keys);
    auto removal = model::makeRemove(m_session.workbook(), keys);
    if (!clip || !removal) {
        m_controller->commit(model::fail(clip ? removal.error() : clip.error()));
        return;
    }
    if (const std::int64_t rows =
            model::rowsTooMany(*clip, model::pastedElements(*clip), m_session.document().rows())) {
        m_controller->commit(model::fail(
            model::ErrorCode::Limit,
            tr("%L1 rows are more than the clipboard takes with their table; cut, they would be gone.").arg(rows),
            tr("Drag the table to its new place, or delete it.")));
        return;
    }
    removal->label = keys.size() == 1
                         ? tr("Cut “%1”").arg(model::elementName(*m_session.workbook().element(keys.first())))
                         : tr("Cut %1 elements").arg(keys.size());
    QMimeData *cut = clipData(*clip); // before its rows go
    if (m_controller->commit(std::move(removal)))
        QGuiApplication::clipboard()->setMimeData(cut);
    else
        delete cut;
}

// With the rows of its input tables.
QMimeData *CanvasView::clipData(const model::Workbook &clip) const
{
    return makeClipData(clip, model::copyRows(clip, model::pastedElements(clip), m_session.document().rows()),
                        m_clipText);
}

void CanvasView::paste()
{
    const QMimeData *held = QGuiApplication::clipboard()->mimeData();
    const auto clip = held ? readClipData(*held, m_clipText) : readClipData(QMimeData(), m_clipText);
    if (!clip) {
        m_controller->commit(model::fail(clip.error()));
        return;
    }
    // A container takes what is pasted, unless it is what was copied: then the copy goes beside it.
    const model::LayoutTree &layout = m_session.workbook().layout;
    const QList<model::NodeId> nodes = m_controller->selectedNodes();
    model::NodeId parent = geometry().block();
    if (!nodes.isEmpty()) {
        const model::NodeId first = nodes.first();
        const model::NodeId tab = geometry().activeTab(first);
        const model::NodeId inside = tab != model::rootNode ? tab : first;
        const bool copied = clip->layout.findElement(layout.node(first)->ref) != model::rootNode;
        parent = nodes.size() == 1 && geometry().grid(inside) && !copied ? inside : layout.parentOf(first);
    }
    auto pasted = model::makePaste(m_session.workbook(), m_session.catalogue(), *clip, parent);
    if (pasted && held)
        model::addRowCopies(*pasted, model::pastedElements(*clip), readClipRows(*held), m_session.document().rows());
    m_controller->commit(std::move(pasted));
}

void CanvasView::selectAll()
{
    m_controller->selectNodes(m_session.workbook().layout.childrenOf(geometry().block()));
}

void CanvasView::nudgeSelection(int columns, int rows)
{
    if (const QList<model::NodeId> nodes = m_controller->selectedNodes(); !nodes.isEmpty())
        m_controller->commit(model::makeNudge(m_session.workbook(), nodes, columns, rows));
}

void CanvasView::resizeSelection(int columns, int rows)
{
    if (const QList<model::NodeId> nodes = m_controller->selectedNodes(); !nodes.isEmpty())
        m_controller->commit(model::makeNudgeSize(m_session.workbook(), nodes, columns, rows));
}

void CanvasView::alignSelection(model::Align how)
{
    m_controller->commit(model::makeAlign(m_session.workbook(), m_controller->selectedNodes(), how));
}

void CanvasView::distributeSelection(model::Distribute how)
{
    m_controller->commit(model::makeDistribute(m_session.workbook(), m_controller->selectedNodes(), how));
}

void CanvasView::wrapSelection()
{
    m_controller->commit(
        model::makeWrapInContainer(m_session.workbook(), m_session.catalogue(), m_controller->selectedNodes()));
}

void CanvasView::unwrapSelection()
{
    const QList<model::NodeId> nodes = m_controller->selectedNodes();
    m_controller->commit(model::makeUnwrap(m_session.workbook(), nodes.isEmpty() ? model::rootNode : nodes.first()));
}

void CanvasView::insertKind(const std::string &kind, const std::optional<std::string> &source)
{
    const QList<model::NodeId> nodes = m_controller->selectedNodes();
    model::NodeId parent = geometry().block();
    if (nodes.size() == 1) {
        const model::NodeId inside = geometry().activeTab(nodes.first());
        const model::NodeId candidate = inside != model::rootNode ? inside : nodes.first();
        if (geometry().grid(candidate) &&
            model::mayInsert(m_session.workbook(), m_session.catalogue(), kind, candidate))
            parent = candidate;
    }
    model::InsertOptions options;
    options.source = source.value_or(
        model::usualSource(m_session.workbook(), m_session.selection().elements(), m_session.currentBlock()));
    m_controller->insert(model::makeInsert(m_session.workbook(), m_session.catalogue(), kind, parent, options));
}

} // namespace tessera::designer
