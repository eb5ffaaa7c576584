// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/widgets/search_field.h"

#include <QCoreApplication>
#include <QKeyEvent>

#include "designer/style/icon.h"

namespace tessera::designer {

SearchField::SearchField(const QString &placeholder, QWidget *parent) : QLineEdit(parent)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setToolTip(placeholder);
    setClearButtonEnabled(true);
    addAction(icon(QStringLiteral("search")), LeadingPosition);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        if (!text().isEmpty()) {
            clear();
            return;
        }
        break;
    case Qt::Key_Down:
    case Qt::Key_Up:
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_target) {
            const bool accepts = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
            QCoreApplication::sendEvent(m_target, event);
            if (accepts)
                Q_EMIT returnPressed();
            return;
        }
        break;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace tessera::designer
