"""The errors of Limber, each said once, and the one place that turns them into HTTP."""

from typing import Any, ClassVar

import sqlalchemy.exc
from flask import Flask, Response, jsonify, request
from werkzeug.exceptions import HTTPException

from backend import logs


class AppError(Exception):
    """Something the caller can be told in plain words."""

    status: ClassVar[int] = 400
    code: ClassVar[str] = "bad_request"
    message: ClassVar[str] = "That could not be understood."

    def __init__(self, details: dict[str, Any] | None = None, retry_after: int | None = None) -> None:
        super().__init__(self.message)
        self.details = details or {}
        self.retry_after = retry_after


class BadJson(AppError):
    """The body is not JSON as we take it: UTF-8, no duplicate names, finite numbers, bounded depth."""

    code, message = "bad_json", "The body is not valid JSON."


class NotJson(AppError):
    """A body came with another content type."""

    status, code, message = 415, "not_json", "Send JSON with Content-Type: application/json."


class TooLarge(AppError):
    """The body, packed or unpacked, is larger than the limit."""

    status, code, message = 413, "too_large", "That is too much at once. Send less."


class NotSignedIn(AppError):
    """There is no live session."""

    status, code, message = 401, "not_signed_in", "Please sign in."


class DeviceRemoved(AppError):
    """The session was ended from another device: this browser is to empty its copy."""

    status, code, message = 401, "device_removed", "This device was removed from the account."


class WrongCredentials(AppError):
    """Address or password do not fit; which of them is never told."""

    status, code, message = 401, "wrong_credentials", "Address or password do not match."


class RecoveryRefused(AppError):
    """Address and code, or the link, open nothing; why is never told."""

    status, code, message = 401, "recovery_refused", "This does not open the account."


class WrongPassword(AppError):
    """The fresh proof did not succeed."""

    status, code, message = 403, "wrong_password", "That password does not match."


class FreshProofRequired(AppError):
    """The act needs the password given within the last ten minutes."""

    status, code, message = 403, "fresh_proof_required", "Please enter your password once more."


class ForeignOrigin(AppError):
    """A change was asked for from another site, or from nowhere."""

    status, code, message = 403, "foreign_origin", "Changes are taken from Limber's own pages only."


class RegistrationClosed(AppError):
    """The operator does not take new accounts this way."""

    status, code, message = 403, "registration_closed", "This server does not take new accounts."


class NotFound(AppError):
    """Unknown and foreign things answer alike."""

    status, code, message = 404, "not_found", "There is nothing here."


class EmailTaken(AppError):
    """Somebody has an account with this address."""

    status, code, message = 409, "email_taken", "There is already an account with this address."


class SpaceTaken(AppError):
    """The id of the diary is in use on this server."""

    status, code, message = 409, "space_taken", "This diary already belongs to an account."


class AccountMismatch(AppError):
    """The request was made for another account than the one signed in."""

    status, code, message = 409, "account_mismatch", "Another account is signed in."


class DeviceOfOther(AppError):
    """The device id belongs to another account."""

    status, code, message = 409, "device_of_other_account", "This device id belongs to another account."


class WrongState(AppError):
    """The share is not in a state that allows this."""

    status, code, message = 409, "wrong_state", "That is not possible any more."


class PlanPaused(AppError):
    """A message that asks for help first is open, or a gate leaves no plan; `details.because` names it."""

    status, code, message = 409, "plan_paused", "Something else comes first. There is no plan for now."


class CodeNotUsable(AppError):
    """An invitation that is unknown, used, ended or too old; all of them answer alike."""

    status, code, message = 404, "code_not_usable", "This invitation cannot be used. Ask for a new one."


class Invalid(AppError):
    """Fields do not hold what they must; details.fields says which."""

    status, code, message = 422, "validation", "Some answers cannot be taken as they are."


class UpdateNeeded(AppError):
    """The app is older than this server can speak to."""

    status, code, message = 426, "update_needed", "Limber needs an update first. Nothing is lost."


class TooMany(AppError):
    """Too many tries; retry_after says when the next one is taken."""

    status, code, message = 429, "too_many", "Too many tries. Please wait a little."


class ReportBusy(AppError):
    """A report of this person is being made, or too many are; `retry_after` says when to ask again."""

    status, code, message = 503, "report_busy", "A report is being made already. Please wait a moment."


class ReportNotMade(AppError):
    """The process that makes the PDF failed, was stopped or took too long."""

    status, code, message = 503, "report_not_made", "The report could not be made just now. Please try again."


class ReportTooLong(AppError):
    """It says more than a PDF is made of."""

    status, code, message = 422, "report_too_long", "Too much for one report. Choose fewer days or parts."


class Busy(AppError):
    """The database did not answer in time; nothing was stored."""

    status, code, message = 503, "busy", "The server is busy. Nothing was stored. Please try again."


HTTP_CODES = {
    400: ("bad_request", BadJson.message),
    404: (NotFound.code, NotFound.message),
    405: ("method_not_allowed", "That is not possible here."),
    413: (TooLarge.code, TooLarge.message),
    415: (NotJson.code, NotJson.message),
    422: (Invalid.code, Invalid.message),
    429: (TooMany.code, TooMany.message),
    500: ("server_error", "Something broke on the server. Nothing of yours is lost."),
}


def shaped(status: int, code: str, message: str, details: dict[str, Any] | None = None) -> Response:
    """The one error shape."""
    body = {"code": code, "message": message, "details": details or {}, "request_id": logs.request_id()}
    response = jsonify({"error": body})
    response.status_code = status
    response.headers["Cache-Control"] = "no-store"
    return response


def from_app_error(error: AppError) -> Response:
    """An AppError as HTTP."""
    response = shaped(error.status, error.code, error.message, error.details)
    if error.retry_after is not None:
        response.headers["Retry-After"] = str(error.retry_after)
    return response


def from_http_exception(error: HTTPException) -> Response:
    """Werkzeug's and the parser's exceptions in the same shape."""
    status = error.code or 500
    code, message = HTTP_CODES.get(status, ("http_error", "That did not work."))
    messages = (getattr(error, "data", None) or {}).get("messages")
    response = shaped(status, code, message, {"fields": messages} if messages else None)
    valid = getattr(error, "valid_methods", None)
    if valid:
        response.headers["Allow"] = ", ".join(sorted(valid))
    return response


def install(app: Flask) -> None:
    """Register the handlers; the last one catches everything and says nothing of the inside."""
    app.register_error_handler(AppError, from_app_error)
    app.register_error_handler(HTTPException, from_http_exception)

    @app.errorhandler(sqlalchemy.exc.OperationalError)
    @app.errorhandler(sqlalchemy.exc.InterfaceError)  # the connection broke under the request
    @app.errorhandler(sqlalchemy.exc.InternalError)  # PostgreSQL only reads just now
    @app.errorhandler(sqlalchemy.exc.TimeoutError)
    @app.errorhandler(sqlalchemy.exc.IntegrityError)  # two did the same at once; the second may try again
    def _database(error: Exception) -> Response:
        logs.log.warning("database unavailable: %s %s", type(error).__name__, logs.request_id())
        return from_app_error(Busy(retry_after=5))

    @app.errorhandler(Exception)
    def _last(error: Exception) -> Response:
        # The message of an exception may quote what a person wrote, so only its type and place are kept.
        trace = error.__traceback__
        while trace and trace.tb_next:
            trace = trace.tb_next
        place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "-"
        logs.log.error(
            "unhandled %s at %s in %s %s", type(error).__name__, place, request.endpoint, logs.request_id()
        )
        return shaped(500, *HTTP_CODES[500])
