// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/session.h"

#include "designer/formula/formula_desk.h"

namespace tessera::designer {

Session::Session(model::Document &document, const model::Catalogue &catalogue, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_catalogue(catalogue)
{
    if (!workbook().pages.isEmpty())
        m_block = workbook().pages.at(0).id();
    connect(&m_document, &model::Document::applied, this, &Session::follow); // before all views
}

void Session::follow(const model::ChangeSet &changes)
{
    if (changes.structure && changes.elements.isEmpty())
        m_names.reset(); // another order
    for (const model::Key &key : changes.elements) {
        if (m_names)
            m_names->refresh(workbook(), key);
    }
    if (!changes.structure)
        return;
    // Nothing may stay selected that is gone.
    QList<Selected> alive;
    for (const Selected &item : m_selection.items()) {
        const auto collection = model::collectionOf(item.scope);
        if (collection && workbook().list(*collection).find(item.key))
            alive.append(item);
    }
    m_selection.set(alive, m_selection.path());
    if (!workbook().findBlock(m_block))
        setCurrentBlock(workbook().pages.isEmpty() ? std::string() : workbook().pages.at(0).id());
}

const model::NameIndex &Session::names()
{
    if (!m_names)
        m_names.emplace(workbook());
    return *m_names;
}

void Session::setCurrentBlock(const std::string &id)
{
    if (id == m_block)
        return;
    m_block = id;
    Q_EMIT currentBlockChanged();
}

FormulaDesk &Session::formulas()
{
    if (!m_formulas)
        m_formulas = new FormulaDesk(*this);
    return *m_formulas;
}

bool Session::commit(model::Transaction transaction)
{
    if (auto done = m_document.apply(std::move(transaction)); !done) {
        Q_EMIT refused(done.error());
        return false;
    }
    return true;
}

bool Session::commit(model::Result<model::Transaction> transaction)
{
    if (!transaction) {
        Q_EMIT refused(transaction.error());
        return false;
    }
    return commit(std::move(*transaction));
}

bool Session::commit(const QString &label, std::vector<model::Change> changes, std::string gesture)
{
    model::Transaction transaction;
    transaction.label = label;
    transaction.gesture = std::move(gesture);
    transaction.changes = std::move(changes);
    return commit(std::move(transaction));
}

void Session::setData(LiveData *data)
{
    if (data == m_data)
        return;
    m_data = data;
    Q_EMIT dataChanged();
}

void Session::setDiagnostics(QList<model::Diagnostic> diagnostics)
{
    m_diagnostics = std::move(diagnostics);
    Q_EMIT diagnosticsChanged();
}

void Session::reveal(const model::Target &target)
{
    const model::LayoutTree &layout = workbook().layout;
    model::NodeId node = target.node;
    if (target.scope == model::Scope::Element) {
        if (const model::Object *element = workbook().element(target.key); element && !node)
            node = layout.findElement(element->id());
    }
    if (const model::LayoutNode *block = layout.node(layout.blockOf(node)))
        setCurrentBlock(block->ref);
    else if (const auto collection = model::collectionOf(target.scope)) {
        if (const model::Object *object = workbook().list(*collection).find(target.key);
            object && target.scope != model::Scope::Element)
            setCurrentBlock(object->id());
    }
    if (!target.key.empty())
        m_selection.set({{target.scope, target.key}}, target.path);
    Q_EMIT revealed(target);
}

} // namespace tessera::designer
