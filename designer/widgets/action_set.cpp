// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/widgets/action_set.h"

#include <QAction>
#include <QWidget>

#include "designer/style/icon.h"

namespace tessera::designer {

namespace {

QString plain(QString text)
{
    return text.remove(u'&');
}

} // namespace

QString toolTipFor(const ActionSpec &spec, Needs missing)
{
    QString first = plain(spec.text);
    first.remove(QChar(u'…'));
    if (!spec.shortcuts.isEmpty())
        first += QStringLiteral(" (%1)").arg(spec.shortcuts.first().toString(QKeySequence::NativeText));
    const QString reason = missing ? reasonFor(missing) : QString();
    return first + u'\n' + spec.help + (reason.isEmpty() ? QString() : u'\n' + reason);
}

ActionSet::ActionSet(QWidget *window) : QObject(window), m_specs(allActions())
{
    for (const ActionSpec &spec : m_specs) {
        auto *action = new QAction(icon(spec.icon), spec.text, this);
        action->setObjectName(spec.id);
        action->setCheckable(spec.checkable);
        action->setShortcuts(spec.shortcuts);
        action->setShortcutContext(Qt::WindowShortcut);
        m_actions.insert(spec.id, action);
        window->addAction(action);
    }
    setPresent({});
}

QAction *ActionSet::action(const QString &id) const
{
    QAction *action = m_actions.value(id);
    Q_ASSERT(action);
    return action;
}

void ActionSet::on(const QString &id, std::function<void()> handler)
{
    connect(action(id), &QAction::triggered, this, [run = std::move(handler)] { run(); });
}

void ActionSet::setPresent(Needs present)
{
    m_present = present;
    for (const ActionSpec &spec : std::as_const(m_specs))
        describe(spec);
}

void ActionSet::describe(const ActionSpec &spec)
{
    QAction *one = action(spec.id);
    const Needs missing = spec.needs & ~m_present;
    one->setEnabled(!missing);
    one->setToolTip(toolTipFor(spec, missing));
    one->setStatusTip(spec.help);
}

void ActionSet::retranslate()
{
    m_specs = allActions();
    for (const ActionSpec &spec : std::as_const(m_specs))
        action(spec.id)->setText(spec.text);
    setPresent(m_present);
}

} // namespace tessera::designer
