"""Every kind of message that Slack tells of, and what happens to it in a card's thread.

Which there are: https://docs.slack.dev/reference/events/message, and what Slack sends beside them.
"""

from collections.abc import Mapping

OF_SUBTYPES: Mapping[str, str] = {
    "": "the holder's go out; everybody else's stay, and they are told",
    "file_share": "as plain words, and each file as a message of its own",
    "thread_broadcast": "as plain words: that the channel sees them too changes nothing",
    "me_message": "as plain words",
    "message_changed": "changes what is held or was sent, where the customer's channel can",
    "message_deleted": "takes back what is held or was sent, where the customer's channel can",
    "bot_message": "passed over: nobody answers a bot",
    "assistant_app_thread": "passed over",
    "bot_add": "passed over",
    "bot_remove": "passed over",
    "channel_archive": "passed over: the next post finds out, and raises the alarm",
    "channel_canvas_updated": "passed over",
    "channel_convert_to_private": "passed over",
    "channel_convert_to_public": "passed over",
    "channel_join": "passed over",
    "channel_leave": "passed over",
    "channel_name": "passed over",
    "channel_posting_permissions": "passed over: the next post finds out",
    "channel_purpose": "passed over",
    "channel_topic": "passed over",
    "channel_unarchive": "passed over: the next post finds out",
    "document_mention": "passed over",
    "ekm_access_denied": "passed over: Slack shows us no words",
    "file_comment": "passed over",
    "file_mention": "passed over",
    "group_archive": "passed over",
    "group_join": "passed over",
    "group_leave": "passed over",
    "group_name": "passed over",
    "group_purpose": "passed over",
    "group_topic": "passed over",
    "group_unarchive": "passed over",
    "huddle_thread": "passed over: what is said in a huddle stays there",
    "joiner_notification": "passed over",
    "message_replied": "passed over: the reply comes by itself",
    "pinned_item": "passed over",
    "reminder_add": "passed over",
    "reply_broadcast": "passed over: the reply comes by itself",
    "sh_room_created": "passed over",
    "slackbot_response": "passed over: nobody answers a bot",
    "tabbed_canvas_updated": "passed over",
    "tombstone": "passed over: the deletion comes by itself",
    "unpinned_item": "passed over",
}
"""By subtype. One that is not here is passed over too."""
