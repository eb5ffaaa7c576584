// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/pictures/picture_fetcher.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

namespace tessera::adapters {

namespace {

QNetworkRequest requestFor(const QUrl &url, int redirects)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setMaximumRedirectsAllowed(redirects);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Tessera"));
    request.setRawHeader("Accept", "image/*");
    return request;
}

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

} // namespace

PictureFetcher::PictureFetcher(Limits limits, QObject *parent) : QObject(parent), m_limits(limits) {}

PictureFetcher::~PictureFetcher()
{
    stop();
}

bool PictureFetcher::isWebAddress(const QString &address)
{
    const QUrl url(address, QUrl::TolerantMode);
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http"));
}

void PictureFetcher::fetch(const QString &address)
{
    if (m_running.contains(address))
        return;
    if (!isWebAddress(address)) {
        Q_EMIT failed(address, tr("Only addresses that begin with https:// or http:// are loaded."));
        return;
    }
    if (!m_network)
        m_network = new QNetworkAccessManager(this);
    QNetworkReply *reply = m_network->get(requestFor(QUrl(address, QUrl::TolerantMode), m_limits.redirects));
    m_running.insert(address, reply);
    connect(reply, &QNetworkReply::metaDataChanged, this, [this, address, reply] { takeHead(address, reply); });
    connect(reply, &QNetworkReply::readyRead, this, [this, address, reply] { takeHead(address, reply); });
    connect(reply, &QNetworkReply::finished, this, [this, address, reply] { finish(address, reply); });
    QTimer::singleShot(m_limits.milliseconds, reply, [this, address] {
        giveUp(address,
               tr("There was no whole answer within %n second(s).", nullptr, (m_limits.milliseconds + 999) / 1000));
    });
}

// What is said to be too large, or is, is not read to its end.
void PictureFetcher::takeHead(const QString &address, QNetworkReply *reply)
{
    const qint64 announced = reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (std::max(announced, reply->bytesAvailable()) > m_limits.bytes)
        giveUp(address, tr("The picture is larger than %1 MB.").arg(std::max<qint64>(1, m_limits.bytes >> 20)));
}

void PictureFetcher::finish(const QString &address, QNetworkReply *reply)
{
    if (m_running.value(address) != reply)
        return;
    const int status = statusOf(*reply);
    if (reply->error() != QNetworkReply::NoError || status < 200 || status > 299) {
        giveUp(address, reasonOf(*reply));
        return;
    }
    const QByteArray bytes = reply->readAll();
    m_running.remove(address);
    reply->deleteLater();
    Q_EMIT fetched(address, bytes);
}

void PictureFetcher::giveUp(const QString &address, const QString &why)
{
    QNetworkReply *reply = m_running.take(address);
    if (!reply)
        return;
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
    Q_EMIT failed(address, why);
}

QString PictureFetcher::reasonOf(const QNetworkReply &reply) const
{
    switch (reply.error()) {
    case QNetworkReply::HostNotFoundError:
        return tr("No server “%1” was found.").arg(reply.url().host());
    case QNetworkReply::ConnectionRefusedError:
        return tr("The server %1 does not answer.").arg(reply.url().host());
    case QNetworkReply::TooManyRedirectsError:
        return tr("The address leads from one to another without an end.");
    case QNetworkReply::InsecureRedirectError:
        return tr("The address leads from a safe to an unsafe one.");
    case QNetworkReply::SslHandshakeFailedError:
        return tr("The server %1 could not prove who it is.").arg(reply.url().host());
    case QNetworkReply::ContentNotFoundError:
        return tr("There is nothing at this address (404).");
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ContentAccessDenied:
        return tr("The server wants to know who asks (%1).").arg(statusOf(reply));
    default:
        break;
    }
    const int status = statusOf(reply);
    if (status >= 300 && status < 400)
        return tr("The address leads to another one, which is not followed.");
    return status > 0 ? tr("The server answers with status %1.").arg(status)
                      : tr("The network gives: %1.").arg(reply.errorString());
}

void PictureFetcher::stop()
{
    const auto running = std::exchange(m_running, {});
    for (QNetworkReply *reply : running) {
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
}

} // namespace tessera::adapters
