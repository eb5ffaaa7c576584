// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>

#include <QWidget>

#include "designer/paint/block_picture.h"
#include "designer/preview/control_field.h"
#include "designer/preview/preview_actions.h"
#include "model/workbook/look/content_look.h"

class QLabel;

namespace tessera::designer {

class PreviewCard;
class Session;

// One page, overlay or panel in use: its cards, its controls as widgets, and the panels around a page as pages of their
// own. Widgets stay while what they show stays, so that an edit or another width keeps the focus, what is typed and how
// far a table is scrolled.
class PreviewPage : public QWidget
{
    Q_OBJECT

public:
    // `page`: id of the page in front, for a panel around it; "": the block itself.
    PreviewPage(Session &session, PreviewStage &stage, const std::string &block, QWidget *parent = nullptr,
                std::string page = {});
    ~PreviewPage() override;

    const std::string &block() const { return m_block; }
    const BlockPicture &picture() const { return *m_picture; }
    // Again, for a width or another workbook. `least`: the sheet is at least as large.
    void layOut(int width, QSize least = {});

    model::query::ElementRowsPtr rowsOf(const model::Key &element) const;
    QString nameOf(const model::Object &element) const;
    std::vector<model::Key> elements() const;           // those laid out, controls and those of panels included
    PreviewCard *card(const model::Key &element) const; // also of a panel
    ControlField *field(const model::Key &control) const;
    QWidget *container(const std::string &element);  // the keyboard place of a tabbed container; null: none
    PreviewPage *panel(const std::string &id) const; // null: none such around it

    // From the cards.
    void click(const model::Object &element);
    void select(const model::Object &element, int row);
    void clickInCard(const model::Key &container, const model::Key &element, int row); // a button in a repeated card
    void follow(const model::Object &navigation, const model::NavigationEntry &entry);
    void allowPictures();                             // those of web addresses
    void jumpTo(const model::Object &element);        // to what keeps it from running
    FormValues *formOf(const model::Key &form) const; // null: not in sight
    void runForm(const model::Object &form, const std::string &trigger, FormValues &values);
    void bringIntoView(QWidget *child);
    void selectTab(model::NodeId tabbed, int index);
    bool selectTab(const std::string &tabbedContainer, std::optional<int> index, int direction);

Q_SIGNALS:
    void resized();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    struct Control
    {
        std::string type;
        model::Key key;
        ControlField *field = nullptr;
        QLabel *label = nullptr;
    };
    void placePanels(QSize sheet);
    void placeCards();
    QWidget *placeStrip(const model::NodeBox &box, const model::Object &element);
    QWidget *placeCard(const model::NodeBox &box, const model::Object &element);
    QWidget *placeControl(const model::NodeBox &box, const model::Object &control);
    Control makeControl(const model::Object &control, const std::string &type);
    void removeUnplaced(const QSet<model::NodeId> &placed);
    void refreshControls();
    void refreshElement(const model::Key &element);
    void refreshPictures();
    ControlState stateOf(const model::Object &control) const;
    bool isInRepeated(model::NodeId node) const;
    void paintGround(QPainter &painter, const model::NodeBox &box, const model::Object &control) const;
    ActionPlace placeFor(const model::Object &host) const;
    QList<QPair<model::NodeId, QList<QRect>>> tabStrips() const;
    void stepTab(model::NodeId tabbed, int by);

    Session &m_session;
    PreviewStage &m_stage;
    std::string m_block;
    std::string m_page; // in front, "" for a page itself
    int m_width = 1280;
    QSize m_least;
    QHash<model::NodeId, int> m_tabs;
    std::unique_ptr<BlockPicture> m_picture;
    std::map<model::NodeId, PreviewCard *> m_cards;
    std::map<model::NodeId, Control> m_controls;
    std::map<model::NodeId, QWidget *> m_strips;
    std::map<std::string, PreviewPage *> m_panels;
};

} // namespace tessera::designer
