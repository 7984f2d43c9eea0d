# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class ProspectSignal(Model):
    """Reason to contact a prospect now. Its fields depend on its source.

    Attributes:
        score: Score of the signal, compared with `min_score`.
        reasoning: Explanation of the signal.
        summary: Short summary of the signal.
        title: Title of the signal.
        posted_at: Publication time of the post.
        post_link: URL of the post.
        total_likes: Number of likes of the post.
        total_comments: Number of comments of the post.
        reply_summary: Short summary of the reply.
        commented_at: Time of the comment.
        comment_link: URL of the comment.
        job_url: URL of the job posting.
        company_name: Name of the company.
    """

    score: Any | Unset = UNSET
    reasoning: Any | Unset = UNSET
    summary: Any | Unset = UNSET
    title: Any | Unset = UNSET
    posted_at: Any | Unset = UNSET
    post_link: Any | Unset = UNSET
    total_likes: Any | Unset = UNSET
    total_comments: Any | Unset = UNSET
    reply_summary: Any | Unset = UNSET
    commented_at: Any | Unset = UNSET
    comment_link: Any | Unset = UNSET
    job_url: None | str | Unset = UNSET
    company_name: Any | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "score": "score",
        "reasoning": "reasoning",
        "summary": "summary",
        "title": "title",
        "posted_at": "postedAt",
        "post_link": "postLink",
        "total_likes": "totalLikes",
        "total_comments": "totalComments",
        "reply_summary": "replySummary",
        "commented_at": "commentedAt",
        "comment_link": "commentLink",
        "job_url": "jobUrl",
        "company_name": "companyName",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source.get("score", UNSET)
            self.score = value if value is UNSET else _READ_SCORE(value)
            value = source.get("reasoning", UNSET)
            self.reasoning = value if value is UNSET else _READ_REASONING(value)
            value = source.get("summary", UNSET)
            self.summary = value if value is UNSET else _READ_SUMMARY(value)
            value = source.get("title", UNSET)
            self.title = value if value is UNSET else _READ_TITLE(value)
            value = source.get("postedAt", UNSET)
            self.posted_at = value if value is UNSET else _READ_POSTED_AT(value)
            value = source.get("postLink", UNSET)
            self.post_link = value if value is UNSET else _READ_POST_LINK(value)
            value = source.get("totalLikes", UNSET)
            self.total_likes = value if value is UNSET else _READ_TOTAL_LIKES(value)
            value = source.get("totalComments", UNSET)
            self.total_comments = value if value is UNSET else _READ_TOTAL_COMMENTS(value)
            value = source.get("replySummary", UNSET)
            self.reply_summary = value if value is UNSET else _READ_REPLY_SUMMARY(value)
            value = source.get("commentedAt", UNSET)
            self.commented_at = value if value is UNSET else _READ_COMMENTED_AT(value)
            value = source.get("commentLink", UNSET)
            self.comment_link = value if value is UNSET else _READ_COMMENT_LINK(value)
            value = source.get("jobUrl", UNSET)
            self.job_url = (
                value
                if value is UNSET or value is None or value.__class__ is str
                else _READ_JOB_URL(value)
            )
            value = source.get("companyName", UNSET)
            self.company_name = value if value is UNSET else _READ_COMPANY_NAME(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_SCORE = _readers.field("ProspectSignal", "score", _readers.any_value)
_READ_REASONING = _readers.field("ProspectSignal", "reasoning", _readers.any_value)
_READ_SUMMARY = _readers.field("ProspectSignal", "summary", _readers.any_value)
_READ_TITLE = _readers.field("ProspectSignal", "title", _readers.any_value)
_READ_POSTED_AT = _readers.field("ProspectSignal", "postedAt", _readers.any_value)
_READ_POST_LINK = _readers.field("ProspectSignal", "postLink", _readers.any_value)
_READ_TOTAL_LIKES = _readers.field("ProspectSignal", "totalLikes", _readers.any_value)
_READ_TOTAL_COMMENTS = _readers.field("ProspectSignal", "totalComments", _readers.any_value)
_READ_REPLY_SUMMARY = _readers.field("ProspectSignal", "replySummary", _readers.any_value)
_READ_COMMENTED_AT = _readers.field("ProspectSignal", "commentedAt", _readers.any_value)
_READ_COMMENT_LINK = _readers.field("ProspectSignal", "commentLink", _readers.any_value)
_READ_JOB_URL = _readers.nullable_field("ProspectSignal", "jobUrl", _readers.text)
_READ_COMPANY_NAME = _readers.field("ProspectSignal", "companyName", _readers.any_value)
