// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace tessera::designer {

// The line on top of a dock or a section: a title, then small buttons on the right.
class PanelHeader : public QWidget
{
    Q_OBJECT

public:
    explicit PanelHeader(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    // Gives up its height where something else already names the panel.
    void setFolded(bool folded);
    QToolButton *addButton(const QString &iconName, const QString &toolTip);
    QSize sizeHint() const override; // docks go by it

private:
    QLabel *m_title;
    QHBoxLayout *m_layout;
    bool m_folded = false;
};

// A small heading above a group of rows: 11 px, strong.
QLabel *makeSectionLabel(const QString &text, QWidget *parent = nullptr);

// A quiet icon button with a name for screen readers and a tooltip.
QToolButton *makeIconButton(const QString &iconName, const QString &toolTip, QWidget *parent = nullptr);

} // namespace tessera::designer
