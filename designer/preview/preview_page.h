// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>

#include <QWidget>

#include "designer/paint/block_picture.h"
#include "designer/preview/control_field.h"
#include "designer/preview/preview_actions.h"

namespace tessera::designer {

class PreviewCard;
class Session;

// One page, overlay or panel in use: its cards, and its controls as widgets.
class PreviewPage : public QWidget
{
    Q_OBJECT

public:
    PreviewPage(Session &session, PreviewStage &stage, const std::string &block, QWidget *parent = nullptr);
    ~PreviewPage() override;

    const std::string &block() const { return m_block; }
    const BlockPicture &picture() const { return *m_picture; }
    void layOut(int width); // again, for a width or another workbook

    model::query::ElementRowsPtr rowsOf(const model::Key &element) const;
    QString nameOf(const model::Object &element) const;
    std::vector<model::Key> elements() const; // those laid out, controls included
    PreviewCard *card(const model::Key &element) const;
    ControlField *field(const model::Key &control) const;

    // From the cards.
    void click(const model::Object &element);
    void select(const model::Object &element, int row);
    void follow(const model::Object &navigation, int entry);
    void bringIntoView(QWidget *child);
    void selectTab(model::NodeId tabbed, int index);
    bool selectTab(const std::string &tabbedContainer, std::optional<int> index, int direction);

Q_SIGNALS:
    void resized();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void placeCards();
    void placeControl(const model::NodeBox &box, const model::Object &control);
    void refreshControls();
    void refreshElement(const model::Key &element);
    ControlState stateOf(const model::Object &control) const;
    QList<QPair<model::NodeId, QList<QRect>>> tabStrips() const;
    void stepTab(model::NodeId tabbed, int by);

    Session &m_session;
    PreviewStage &m_stage;
    std::string m_block;
    int m_width = 1280;
    QHash<model::NodeId, int> m_tabs;
    std::unique_ptr<BlockPicture> m_picture;
    std::map<model::Key, PreviewCard *> m_cards;
    std::map<model::Key, ControlField *> m_fields;
};

} // namespace tessera::designer
