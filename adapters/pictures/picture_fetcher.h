// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QString>

class QNetworkAccessManager;
class QNetworkReply;

namespace tessera::adapters {

// Gets the bytes behind web addresses, without cookies and without saying who asks. Belongs to the thread it lives in
// and never blocks it.
class PictureFetcher : public QObject
{
    Q_OBJECT

public:
    struct Limits
    {
        qint64 bytes = 10 << 20;
        int milliseconds = 10'000; // for all of it
        int redirects = 5;         // never from https to http
    };
    explicit PictureFetcher(Limits limits, QObject *parent = nullptr);
    ~PictureFetcher() override;

    // Only http and https are fetched. An address under way is not fetched twice. `fetched` or `failed` follows.
    void fetch(const QString &address);
    void stop(); // ends all that is under way; nothing follows
    static bool isWebAddress(const QString &address);

Q_SIGNALS:
    void fetched(const QString &address, const QByteArray &bytes);
    void failed(const QString &address, const QString &why); // for a person

private:
    void takeHead(const QString &address, QNetworkReply *reply);
    void finish(const QString &address, QNetworkReply *reply);
    void giveUp(const QString &address, const QString &why);
    QString reasonOf(const QNetworkReply &reply) const;

    Limits m_limits;
    QNetworkAccessManager *m_network = nullptr; // made with the first address
    QHash<QString, QNetworkReply *> m_running;
};

} // namespace tessera::adapters
