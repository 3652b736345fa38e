// Generated from the contract by `make generate`: the API's types. Do not edit.
interface FileArgument {
    filename?: string;
    content_type?: string;
    content_base64: string;
}
export interface paths {
    "/v1/ai/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_ai_preferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["update_ai_preferences"];
        trace?: never;
    };
    "/v1/ai/summarize_incident/{incident_id}/{generated_summary_id}/vote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["vote_ai_incident_summary"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ai/summarize_incident/{incident_id}/{generated_summary_id}/voted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_ai_incident_summary_vote_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_alerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts/{alert_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_alert"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audiences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_audiences"];
        put?: never;
        post: operations["create_audience"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audiences/member/{member_id}/default": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_member_default_audience"];
        put: operations["set_member_default_audience"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audiences/summaries/{incident_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_audience_summaries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audiences/{audience_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_audience"];
        put?: never;
        post?: never;
        delete: operations["archive_audience"];
        options?: never;
        head?: never;
        patch: operations["update_audience"];
        trace?: never;
    };
    "/v1/audiences/{audience_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["restore_audience"];
        trace?: never;
    };
    "/v1/audiences/{audience_id}/summaries/{incident_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_audience_summary"];
        put?: never;
        post: operations["generate_audience_summary"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit_events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_audit_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit_events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_audit_event"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bootstrap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_bootstrap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalogs/{catalog_id}/ingest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ingest_catalog_data"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalogs/{catalog_id}/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["refresh_catalog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/change_types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_change_types"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_changes"];
        put?: never;
        post: operations["create_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_change_events"];
        put?: never;
        post: operations["create_change_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes/events/{change_event_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_change_event"];
        put?: never;
        post?: never;
        delete: operations["delete_change_event"];
        options?: never;
        head?: never;
        patch: operations["update_change_event"];
        trace?: never;
    };
    "/v1/changes/{change_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete_change"];
        options?: never;
        head?: never;
        patch: operations["update_change"];
        trace?: never;
    };
    "/v1/changes/{change_id}/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_change_identities"];
        put?: never;
        post: operations["create_change_identity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes/{change_id}/identities/{identity_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete_change_identity"];
        options?: never;
        head?: never;
        patch: operations["update_change_identity"];
        trace?: never;
    };
    "/v1/checklist_templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_checklist_templates"];
        put?: never;
        post: operations["create_checklist_template"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/checklist_templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_checklist_template"];
        put?: never;
        post?: never;
        delete: operations["delete_checklist_template"];
        options?: never;
        head?: never;
        patch: operations["update_checklist_template"];
        trace?: never;
    };
    "/v1/conversations/{conversation_id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_comments"];
        put?: never;
        post: operations["create_comment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/conversations/{conversation_id}/comments/{comment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_comment"];
        put?: never;
        post?: never;
        delete: operations["delete_comment"];
        options?: never;
        head?: never;
        patch: operations["update_comment"];
        trace?: never;
    };
    "/v1/conversations/{conversation_id}/comments/{comment_id}/reactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_comment_reactions"];
        put?: never;
        post: operations["create_comment_reaction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/conversations/{conversation_id}/comments/{comment_id}/reactions/{reaction_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete_comment_reaction"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/current_user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_current_user"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/custom_fields/definitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_custom_field_definitions"];
        put?: never;
        post: operations["create_custom_field_definition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/custom_fields/definitions/{field_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete_custom_field_definition"];
        options?: never;
        head?: never;
        patch: operations["update_custom_field_definition"];
        trace?: never;
    };
    "/v1/custom_fields/definitions/{field_id}/select_options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_custom_field_select_options"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/entitlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_entitlements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/environments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_environments"];
        put?: never;
        post: operations["create_environment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/environments/{environment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_environment"];
        put?: never;
        post?: never;
        delete: operations["delete_environment"];
        options?: never;
        head?: never;
        patch: operations["update_environment"];
        trace?: never;
    };
    "/v1/environments/{environment_id}/functionalities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_environment_functionalities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/environments/{environment_id}/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_environment_services"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/form_configurations/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_form_configuration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/form_configurations/{slug}/append_data_on_select/{field_id}/{selected_value}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["append_form_data_on_selected_value_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/functionalities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_functionalities"];
        put?: never;
        post: operations["create_functionality"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/functionalities/{functionality_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_functionality"];
        put?: never;
        post?: never;
        delete: operations["delete_functionality"];
        options?: never;
        head?: never;
        patch: operations["update_functionality"];
        trace?: never;
    };
    "/v1/functionalities/{functionality_id}/environments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_functionality_environments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/functionalities/{functionality_id}/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_functionality_services"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incident_roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_incident_roles"];
        put?: never;
        post: operations["create_incident_role"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incident_roles/{incident_role_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_incident_role"];
        put?: never;
        post?: never;
        delete: operations["delete_incident_role"];
        options?: never;
        head?: never;
        patch: operations["update_incident_role"];
        trace?: never;
    };
    "/v1/incident_tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_incident_tags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incident_tags/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["validate_incident_tags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incident_types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_incident_types"];
        put?: never;
        post: operations["create_incident_type"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incident_types/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_incident_type"];
        put?: never;
        post?: never;
        delete: operations["delete_incident_type"];
        options?: never;
        head?: never;
        patch: operations["update_incident_type"];
        trace?: never;
    };
    "/v1/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_incidents"];
        put?: never;
        post: operations["create_incident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_incident"];
        put?: never;
        post?: never;
        delete: operations["delete_incident"];
        options?: never;
        head?: never;
        patch: operations["update_incident"];
        trace?: never;
    };
    "/v1/incidents/{incident_id}/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_incident_alerts"];
        put?: never;
        post: operations["create_incident_alert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/alerts/{incident_alert_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete_incident_alert"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/alerts/{incident_alert_id}/primary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["update_incident_alert_primary"];
        trace?: never;
    };
    "/v1/incidents/{incident_id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_incident_attachments"];
        put?: never;
        post: operations["create_incident_attachment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/channel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_incident_channel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["close_incident"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/conference_bridges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_incident_conference_bridges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/conference_bridges/{id}/translations/{language_code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_conference_bridge_translation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_incident_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/events/{event_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_incident_event"];
        put?: never;
        post?: never;
        delete: operations["delete_incident_event"];
        options?: never;
        head?: never;
        patch: operations["update_incident_event"];
        trace?: never;
    };
    "/v1/incidents/{incident_id}/events/{event_id}/votes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["update_vote"];
        trace?: never;
    };
    "/v1/incidents/{incident_id}/events/{event_id}/votes/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_vote_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/generic_chat_messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["create_incident_chat_message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/generic_chat_messages/{message_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete_incident_chat_message"];
        options?: never;
        head?: never;
        patch: operations["update_incident_chat_message"];
        trace?: never;
    };
    "/v1/incidents/{incident_id}/impact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["update_incident_impact_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["update_incident_impact_patch"];
        trace?: never;
    };
    "/v1/incidents/{incident_id}/impact/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_incident_impacts"];
        put?: never;
        post: operations["create_incident_impact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/impact/{type}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete_incident_impact"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_incident_links"];
        put?: never;
        post: operations["create_incident_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/links/{link_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["update_incident_link"];
        post?: never;
        delete: operations["delete_incident_link"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/milestones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_incident_milestones"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/milestones/bulk_update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["bulk_update_incident_milestones"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["create_incident_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/notes/{note_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["update_incident_note"];
        trace?: never;
    };
    "/v1/incidents/{incident_id}/related_change_events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_incident_change_events"];
        put?: never;
        post: operations["create_incident_change_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/related_change_events/{related_change_event_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["update_incident_change_event"];
        trace?: never;
    };
    "/v1/incidents/{incident_id}/relationships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_incident_relationships"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["resolve_incident"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/retrospectives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_incident_retrospectives"];
        put?: never;
        post: operations["create_incident_retrospective"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/retrospectives/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["export_incident_retrospectives"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/retrospectives/export_markdown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["export_incident_retrospectives_markdown"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/retrospectives/share": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["share_incident_retrospectives"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/retrospectives/{retrospective_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["update_incident_retrospective"];
        trace?: never;
    };
    "/v1/incidents/{incident_id}/retrospectives/{retrospective_id}/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["create_incident_retrospective_field"];
        trace?: never;
    };
    "/v1/incidents/{incident_id}/retrospectives/{retrospective_id}/fields/{field_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_incident_retrospective_field"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["update_incident_retrospective_field"];
        trace?: never;
    };
    "/v1/incidents/{incident_id}/retrospectives/{retrospective_id}/fields/{field_id}/inputs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["create_incident_retrospective_dynamic_input"];
        delete: operations["delete_incident_retrospective_dynamic_input"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/role_assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_incident_role_assignments"];
        put?: never;
        post: operations["create_incident_role_assignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/role_assignments/{role_assignment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete_incident_role_assignment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_similar_incidents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/status_pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_incident_status_pages"];
        put?: never;
        post: operations["create_incident_status_page"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/status_pages/{status_page_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete_incident_status_page"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/task_lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["create_incident_task_list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_incident_tasks"];
        put?: never;
        post: operations["create_incident_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/tasks/{task_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_incident_task"];
        put?: never;
        post?: never;
        delete: operations["delete_incident_task"];
        options?: never;
        head?: never;
        patch: operations["update_incident_task"];
        trace?: never;
    };
    "/v1/incidents/{incident_id}/tasks/{task_id}/convert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["convert_incident_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/team_assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["create_incident_team_assignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/team_assignments/{team_assignment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete_incident_team_assignment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/transcript": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_transcript_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/transcript/attribution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["update_transcript_attribution"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/transcript/{transcript_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete_transcript_entry"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/unarchive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["unarchive_incident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incident_id}/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_incident_user"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/infrastructures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_infrastructures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_integrations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/authed_providers/{integration_slug}/{connection_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_authed_providers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/authed_providers/{integration_slug}/{connection_id}/{authed_provider_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["update_authed_provider"];
        trace?: never;
    };
    "/v1/integrations/aws/cloudtrail_batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_aws_cloudtrail_batches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/aws/cloudtrail_batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_aws_cloudtrail_batch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["update_aws_cloudtrail_batch"];
        trace?: never;
    };
    "/v1/integrations/aws/cloudtrail_batches/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_aws_cloudtrail_batch_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/aws/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_aws_connections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/aws/connections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_aws_connection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["update_aws_connection"];
        trace?: never;
    };
    "/v1/integrations/confluence_cloud/connections/{id}/space/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["search_confluence_spaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_connections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/connections/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["create_connection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/connections/{slug}/{connection_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["update_connection"];
        trace?: never;
    };
    "/v1/integrations/connections/{slug}/{connection_id}/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["refresh_connection"];
        trace?: never;
    };
    "/v1/integrations/field_maps/{field_map_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["update_field_map"];
        trace?: never;
    };
    "/v1/integrations/field_maps/{field_map_id}/available_fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_field_map_available_fields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/slack/connections/{connection_id}/emoji_actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_slack_emoji_actions"];
        put?: never;
        post: operations["create_slack_emoji_action"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/slack/connections/{connection_id}/emoji_actions/{emoji_action_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_slack_emoji_action"];
        put?: never;
        post?: never;
        delete: operations["delete_slack_emoji_action"];
        options?: never;
        head?: never;
        patch: operations["update_slack_emoji_action"];
        trace?: never;
    };
    "/v1/integrations/slack/connections/{connection_id}/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_slack_workspaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/slack/usergroups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_slack_usergroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/statuses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_connection_statuses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/statuses/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_connection_statuses_by_slug"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/statuses/{slug}/{by_connection_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_connection_statuses_by_slug_and_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/statuspage/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_statuspage_connections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/statuspage/connections/{connection_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_statuspage_connection"];
        put?: never;
        post?: never;
        delete: operations["delete_statuspage_connection"];
        options?: never;
        head?: never;
        patch: operations["update_statuspage_connection"];
        trace?: never;
    };
    "/v1/integrations/statuspage/connections/{connection_id}/pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_statuspage_connection_pages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/zendesk/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_zendesk_customer_support_issue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/zendesk/{connection_id}/tickets/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["search_zendesk_tickets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/{integration_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_integration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lifecycles/measurement_definitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_lifecycle_measurement_definitions"];
        put?: never;
        post: operations["create_lifecycle_measurement_definition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lifecycles/measurement_definitions/{measurement_definition_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_lifecycle_measurement_definition"];
        put?: never;
        post?: never;
        delete: operations["delete_lifecycle_measurement_definition"];
        options?: never;
        head?: never;
        patch: operations["update_lifecycle_measurement_definition"];
        trace?: never;
    };
    "/v1/lifecycles/milestones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["create_lifecycle_milestone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lifecycles/milestones/{milestone_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete_lifecycle_milestone"];
        options?: never;
        head?: never;
        patch: operations["update_lifecycle_milestone"];
        trace?: never;
    };
    "/v1/lifecycles/phases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_lifecycle_phases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/metrics/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_incident_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/metrics/milestone_funnel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_milestone_funnel_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/metrics/mttx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_mttx_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/metrics/retrospectives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_retrospective_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/metrics/ticket_funnel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_ticket_funnel_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/metrics/user_involvements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_user_involvement_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/metrics/{infra_type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_infrastructure_type_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/metrics/{infra_type}/{infra_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_infrastructure_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/noauth/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ping_noauth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/nunc/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["create_nunc_subscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/nunc/subscriptions/{unsubscribe_token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete_nunc_subscription"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/nunc_connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_nunc_connections"];
        put?: never;
        post: operations["create_nunc_connection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/nunc_connections/{nunc_connection_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_nunc_connection"];
        put: operations["update_nunc_connection"];
        post?: never;
        delete: operations["delete_nunc_connection"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/nunc_connections/{nunc_connection_id}/component_groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["create_nunc_component_group"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/nunc_connections/{nunc_connection_id}/component_groups/{group_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete_nunc_component_group"];
        options?: never;
        head?: never;
        patch: operations["update_nunc_component_group"];
        trace?: never;
    };
    "/v1/nunc_connections/{nunc_connection_id}/images/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["update_nunc_image"];
        post?: never;
        delete: operations["delete_nunc_image"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/nunc_connections/{nunc_connection_id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["create_nunc_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/nunc_connections/{nunc_connection_id}/links/{link_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete_nunc_link"];
        options?: never;
        head?: never;
        patch: operations["update_nunc_link"];
        trace?: never;
    };
    "/v1/nunc_connections/{nunc_connection_id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["publish_nunc_connection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/nunc_connections/{nunc_connection_id}/subscribers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_email_subscribers"];
        put?: never;
        post: operations["create_email_subscriber"];
        delete: operations["delete_email_subscriber"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/nunc_connections/{nunc_connection_id}/unpublish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["unpublish_nunc_connection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/page/signals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["create_signals_page"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_permissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/permissions/current_user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_current_user_permissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/permissions/team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_team_permissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ping"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/post_mortems/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_post_mortem_questions"];
        put: operations["update_post_mortem_questions"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/post_mortems/questions/{question_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_post_mortem_question"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/post_mortems/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_post_mortem_reports"];
        put?: never;
        post: operations["create_post_mortem_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/post_mortems/reports/{report_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_post_mortem_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["update_post_mortem_report"];
        trace?: never;
    };
    "/v1/post_mortems/reports/{report_id}/fields/{field_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["update_post_mortem_field"];
        trace?: never;
    };
    "/v1/post_mortems/reports/{report_id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["publish_post_mortem_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/post_mortems/reports/{report_id}/reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_post_mortem_reasons"];
        put?: never;
        post: operations["create_post_mortem_reason"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/post_mortems/reports/{report_id}/reasons/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["reorder_post_mortem_reasons"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/post_mortems/reports/{report_id}/reasons/{reason_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete_post_mortem_reason"];
        options?: never;
        head?: never;
        patch: operations["update_post_mortem_reason"];
        trace?: never;
    };
    "/v1/priorities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_priorities"];
        put?: never;
        post: operations["create_priority"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/priorities/{priority_slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_priority"];
        put?: never;
        post?: never;
        delete: operations["delete_priority"];
        options?: never;
        head?: never;
        patch: operations["update_priority"];
        trace?: never;
    };
    "/v1/processing_log_entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_processing_log_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/mean_time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_mean_time_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/retrospective_templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_retrospective_templates"];
        put?: never;
        post: operations["create_retrospective_template"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/retrospective_templates/{retrospective_template_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_retrospective_template"];
        put?: never;
        post?: never;
        delete: operations["delete_retrospective_template"];
        options?: never;
        head?: never;
        patch: operations["update_retrospective_template"];
        trace?: never;
    };
    "/v1/retrospectives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_retrospectives"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_roles"];
        put?: never;
        post: operations["create_role"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_role"];
        put?: never;
        post?: never;
        delete: operations["delete_role"];
        options?: never;
        head?: never;
        patch: operations["update_role"];
        trace?: never;
    };
    "/v1/runbook_audits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_runbook_audits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runbooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_runbooks"];
        put?: never;
        post: operations["create_runbook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runbooks/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_runbook_actions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runbooks/executions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_runbook_executions"];
        put?: never;
        post: operations["create_runbook_execution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runbooks/executions/{execution_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_runbook_execution"];
        put?: never;
        post?: never;
        delete: operations["delete_runbook_execution"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runbooks/executions/{execution_id}/steps/{step_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["update_runbook_execution_step"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runbooks/executions/{execution_id}/steps/{step_id}/script": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_runbook_execution_step_script"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runbooks/executions/{execution_id}/steps/{step_id}/script/{state}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["update_runbook_execution_step_script"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runbooks/select_options/{integration_slug}/{action_slug}/{field}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_runbook_action_field_options"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runbooks/{runbook_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_runbook"];
        put: operations["update_runbook"];
        post?: never;
        delete: operations["delete_runbook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/saved_searches/{resource_type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_saved_searches"];
        put?: never;
        post: operations["create_saved_search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/saved_searches/{resource_type}/{saved_search_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_saved_search"];
        put?: never;
        post?: never;
        delete: operations["delete_saved_search"];
        options?: never;
        head?: never;
        patch: operations["update_saved_search"];
        trace?: never;
    };
    "/v1/scheduled_maintenances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_scheduled_maintenances"];
        put?: never;
        post: operations["create_scheduled_maintenance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scheduled_maintenances/{scheduled_maintenance_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_scheduled_maintenance"];
        put?: never;
        post?: never;
        delete: operations["delete_scheduled_maintenance"];
        options?: never;
        head?: never;
        patch: operations["update_scheduled_maintenance"];
        trace?: never;
    };
    "/v1/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_schedules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scim/v2/Groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_scim_groups"];
        put?: never;
        post: operations["create_scim_group"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scim/v2/Groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_scim_group"];
        put: operations["update_scim_group"];
        post?: never;
        delete: operations["delete_scim_group"];
        options?: never;
        head?: never;
        patch: operations["patch_scim_group"];
        trace?: never;
    };
    "/v1/scim/v2/Users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_scim_users"];
        put?: never;
        post: operations["create_scim_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scim/v2/Users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_scim_user"];
        put: operations["update_scim_user"];
        post?: never;
        delete: operations["delete_scim_user"];
        options?: never;
        head?: never;
        patch: operations["patch_scim_user"];
        trace?: never;
    };
    "/v1/service_dependencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["create_service_dependency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/service_dependencies/{service_dependency_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_service_dependency"];
        put?: never;
        post?: never;
        delete: operations["delete_service_dependency"];
        options?: never;
        head?: never;
        patch: operations["update_service_dependency"];
        trace?: never;
    };
    "/v1/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_services"];
        put?: never;
        post: operations["create_service"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/services/service_links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["create_service_links"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/services/{service_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_service"];
        put?: never;
        post?: never;
        delete: operations["delete_service"];
        options?: never;
        head?: never;
        patch: operations["update_service"];
        trace?: never;
    };
    "/v1/services/{service_id}/available_downstream_dependencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_service_available_downstream_dependencies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/services/{service_id}/available_upstream_dependencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_service_available_upstream_dependencies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/services/{service_id}/checklist_response/{checklist_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["create_service_checklist_response"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/services/{service_id}/dependencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_service_dependencies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/services/{service_id}/environments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_service_environments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/services/{service_id}/service_links/{remote_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete_service_link"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/severities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_severities"];
        put?: never;
        post: operations["create_severity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/severities/{severity_slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_severity"];
        put?: never;
        post?: never;
        delete: operations["delete_severity"];
        options?: never;
        head?: never;
        patch: operations["update_severity"];
        trace?: never;
    };
    "/v1/severity_matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_severity_matrix"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["update_severity_matrix"];
        trace?: never;
    };
    "/v1/severity_matrix/conditions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_severity_matrix_conditions"];
        put?: never;
        post: operations["create_severity_matrix_condition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/severity_matrix/conditions/{condition_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_severity_matrix_condition"];
        put?: never;
        post?: never;
        delete: operations["delete_severity_matrix_condition"];
        options?: never;
        head?: never;
        patch: operations["update_severity_matrix_condition"];
        trace?: never;
    };
    "/v1/severity_matrix/impacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_severity_matrix_impacts"];
        put?: never;
        post: operations["create_severity_matrix_impact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/severity_matrix/impacts/{impact_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete_severity_matrix_impact"];
        options?: never;
        head?: never;
        patch: operations["update_severity_matrix_impact"];
        trace?: never;
    };
    "/v1/signals/alerts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["update_signals_alert"];
        trace?: never;
    };
    "/v1/signals/analytics/grouped_metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_signals_grouped_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signals/analytics/mttx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_signals_mttx_analytics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signals/analytics/noise/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_signals_noise_analytics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signals/analytics/shifts/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["export_signals_shift_analytics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signals/analytics/timeseries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_signals_timeseries_analytics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signals/call_routes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_call_routes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signals/call_routes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_call_route"];
        put?: never;
        post?: never;
        delete: operations["delete_call_route"];
        options?: never;
        head?: never;
        patch: operations["update_call_route"];
        trace?: never;
    };
    "/v1/signals/debugger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["debug_signals_expression"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signals/email_targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_signals_email_targets"];
        put?: never;
        post: operations["create_signals_email_target"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signals/email_targets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_signals_email_target"];
        put?: never;
        post?: never;
        delete: operations["delete_signals_email_target"];
        options?: never;
        head?: never;
        patch: operations["update_signals_email_target"];
        trace?: never;
    };
    "/v1/signals/event_sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_signals_event_sources"];
        put: operations["create_signals_event_source"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signals/event_sources/{transposer_slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_signals_event_source"];
        put?: never;
        post?: never;
        delete: operations["delete_signals_event_source"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signals/grouping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_signals_alert_grouping_configurations"];
        put?: never;
        post: operations["create_signals_alert_grouping_configuration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signals/grouping/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_signals_alert_grouping_configuration"];
        put?: never;
        post?: never;
        delete: operations["delete_signals_alert_grouping_configuration"];
        options?: never;
        head?: never;
        patch: operations["update_signals_alert_grouping_configuration"];
        trace?: never;
    };
    "/v1/signals/hacker_mode": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_signals_hacker_mode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signals/heartbeat_endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_signals_heartbeat_endpoint_configurations"];
        put?: never;
        post: operations["create_signals_heartbeat_endpoint_configuration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signals/heartbeat_endpoints/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_signals_heartbeat_endpoint_url"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signals/heartbeat_endpoints/statuses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_signals_heartbeat_endpoint_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signals/heartbeat_endpoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_signals_heartbeat_endpoint_configuration"];
        put?: never;
        post?: never;
        delete: operations["delete_signals_heartbeat_endpoint_configuration"];
        options?: never;
        head?: never;
        patch: operations["update_signals_heartbeat_endpoint_configuration"];
        trace?: never;
    };
    "/v1/signals/ingest_url": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_signals_ingest_url"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signals/notification_policy_items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_notification_policy_settings"];
        put?: never;
        post: operations["create_notification_policy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signals/notification_policy_items/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_notification_policy"];
        put?: never;
        post?: never;
        delete: operations["delete_notification_policy"];
        options?: never;
        head?: never;
        patch: operations["update_notification_policy"];
        trace?: never;
    };
    "/v1/signals/transposers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_signals_transposers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signals/users/{user_id}/notification_settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_user_notification_settings_by_user_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signals/webhook_targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_signals_webhook_targets"];
        put?: never;
        post: operations["create_signals_webhook_target"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signals/webhook_targets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_signals_webhook_target"];
        put?: never;
        post?: never;
        delete: operations["delete_signals_webhook_target"];
        options?: never;
        head?: never;
        patch: operations["update_signals_webhook_target"];
        trace?: never;
    };
    "/v1/signals_on_call": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_organization_on_call_schedules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/status_update_templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_status_update_templates"];
        put?: never;
        post: operations["create_status_update_template"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/status_update_templates/{status_update_template_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_status_update_template"];
        put?: never;
        post?: never;
        delete: operations["delete_status_update_template"];
        options?: never;
        head?: never;
        patch: operations["update_status_update_template"];
        trace?: never;
    };
    "/v1/task_lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_task_lists"];
        put?: never;
        post: operations["create_task_list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/task_lists/{task_list_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_task_list"];
        put?: never;
        post?: never;
        delete: operations["delete_task_list"];
        options?: never;
        head?: never;
        patch: operations["update_task_list"];
        trace?: never;
    };
    "/v1/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_teams"];
        put?: never;
        post: operations["create_team"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/teams/{team_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_team"];
        put?: never;
        post?: never;
        delete: operations["delete_team"];
        options?: never;
        head?: never;
        patch: operations["update_team"];
        trace?: never;
    };
    "/v1/teams/{team_id}/call_routes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_team_call_routes"];
        put?: never;
        post: operations["create_team_call_route"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/teams/{team_id}/escalation_policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_team_escalation_policies"];
        put?: never;
        post: operations["create_team_escalation_policy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/teams/{team_id}/escalation_policies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_team_escalation_policy"];
        put?: never;
        post?: never;
        delete: operations["delete_team_escalation_policy"];
        options?: never;
        head?: never;
        patch: operations["update_team_escalation_policy"];
        trace?: never;
    };
    "/v1/teams/{team_id}/on_call_schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_team_on_call_schedules"];
        put?: never;
        post: operations["create_team_on_call_schedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/teams/{team_id}/on_call_schedules/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["preview_team_on_call_schedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/teams/{team_id}/on_call_schedules/{schedule_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_team_on_call_schedule"];
        put?: never;
        post?: never;
        delete: operations["delete_team_on_call_schedule"];
        options?: never;
        head?: never;
        patch: operations["update_team_on_call_schedule"];
        trace?: never;
    };
    "/v1/teams/{team_id}/on_call_schedules/{schedule_id}/rotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["create_on_call_schedule_rotation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/teams/{team_id}/on_call_schedules/{schedule_id}/rotations/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["preview_on_call_schedule_rotation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/teams/{team_id}/on_call_schedules/{schedule_id}/rotations/{rotation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_on_call_schedule_rotation"];
        put?: never;
        post?: never;
        delete: operations["delete_on_call_schedule_rotation"];
        options?: never;
        head?: never;
        patch: operations["update_on_call_schedule_rotation"];
        trace?: never;
    };
    "/v1/teams/{team_id}/on_call_schedules/{schedule_id}/rotations/{rotation_id}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["copy_on_call_schedule_rotation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/teams/{team_id}/on_call_schedules/{schedule_id}/rotations/{rotation_id}/overrides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["override_on_call_schedule_rotation_shifts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/teams/{team_id}/on_call_schedules/{schedule_id}/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["create_on_call_shift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/teams/{team_id}/on_call_schedules/{schedule_id}/shifts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_on_call_shift"];
        put?: never;
        post?: never;
        delete: operations["delete_on_call_shift"];
        options?: never;
        head?: never;
        patch: operations["update_on_call_shift"];
        trace?: never;
    };
    "/v1/teams/{team_id}/signal_rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_team_signal_rules"];
        put?: never;
        post: operations["create_team_signal_rule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/teams/{team_id}/signal_rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_team_signal_rule"];
        put?: never;
        post?: never;
        delete: operations["delete_team_signal_rule"];
        options?: never;
        head?: never;
        patch: operations["update_team_signal_rule"];
        trace?: never;
    };
    "/v1/ticketing/custom_fields/definitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_ticketing_custom_definitions"];
        put?: never;
        post: operations["create_ticketing_custom_definition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ticketing/custom_fields/definitions/{field_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete_ticketing_custom_definition"];
        options?: never;
        head?: never;
        patch: operations["update_ticketing_custom_definition"];
        trace?: never;
    };
    "/v1/ticketing/form_configurations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_ticketing_form_configuration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ticketing/priorities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_ticketing_priorities"];
        put?: never;
        post: operations["create_ticketing_priority"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ticketing/priorities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_ticketing_priority"];
        put?: never;
        post?: never;
        delete: operations["delete_ticketing_priority"];
        options?: never;
        head?: never;
        patch: operations["update_ticketing_priority"];
        trace?: never;
    };
    "/v1/ticketing/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_ticketing_projects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ticketing/projects/{ticketing_project_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_ticketing_project"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ticketing/projects/{ticketing_project_id}/configuration_options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_configuration_options"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ticketing/projects/{ticketing_project_id}/configuration_options/options_for/{field_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_options_for_field"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ticketing/projects/{ticketing_project_id}/field_maps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["create_ticketing_field_map"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ticketing/projects/{ticketing_project_id}/field_maps/available_fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_available_ticketing_field_maps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ticketing/projects/{ticketing_project_id}/field_maps/{map_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_ticketing_field_map"];
        put?: never;
        post?: never;
        delete: operations["delete_ticketing_field_map"];
        options?: never;
        head?: never;
        patch: operations["update_ticketing_field_map"];
        trace?: never;
    };
    "/v1/ticketing/projects/{ticketing_project_id}/inbound_field_maps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_inbound_field_maps"];
        put?: never;
        post: operations["create_inbound_field_map"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ticketing/projects/{ticketing_project_id}/inbound_field_maps/available_fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_available_inbound_field_maps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ticketing/projects/{ticketing_project_id}/inbound_field_maps/{map_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_inbound_field_map"];
        put: operations["update_inbound_field_map"];
        post?: never;
        delete: operations["delete_inbound_field_map"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ticketing/projects/{ticketing_project_id}/provider_project_configurations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["create_ticketing_project_config"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ticketing/projects/{ticketing_project_id}/provider_project_configurations/{config_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_ticketing_project_config"];
        put?: never;
        post?: never;
        delete: operations["delete_ticketing_project_config"];
        options?: never;
        head?: never;
        patch: operations["update_ticketing_project_config"];
        trace?: never;
    };
    "/v1/ticketing/ticket_tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_ticket_tags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ticketing/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_tickets"];
        put?: never;
        post: operations["create_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ticketing/tickets/{ticket_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_ticket"];
        put?: never;
        post?: never;
        delete: operations["delete_ticket"];
        options?: never;
        head?: never;
        patch: operations["update_ticket"];
        trace?: never;
    };
    "/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_users"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_user"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{id}/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_user_owned_services"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_webhooks"];
        put?: never;
        post: operations["create_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhook_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_webhook"];
        put?: never;
        post?: never;
        delete: operations["delete_webhook"];
        options?: never;
        head?: never;
        patch: operations["update_webhook"];
        trace?: never;
    };
    "/v1/webhooks/{webhook_id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_webhook_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AI_Entities_IncidentSummaryEntity: {
            content?: string | null;
            created_at?: string | null;
            id?: string | null;
            /** Format: date-time */
            incident_updated_at?: string | null;
            source_hash?: string | null;
            type?: string | null;
        };
        AI_Entities_PreferencesEntity: {
            ai?: boolean | null;
            description?: boolean | null;
            followups?: boolean | null;
            impact?: boolean | null;
            retros?: boolean | null;
            similar_incidents?: boolean | null;
            summaries?: boolean | null;
            updates?: boolean | null;
        };
        ActorEntity: {
            email?: string | null;
            id?: string | null;
            name?: string | null;
            /** @enum {string|null} */
            type?: "firehydrant_user" | "firehydrant_bot" | "alertmanager" | "asana" | "aws" | "bugsnag" | "checkly" | "custom_alerts" | "datadog" | "shortcut" | "new_relic" | "nunc" | "github" | "giphy" | "google_meet" | "google_calendar" | "microsoft_teams" | "microsoft_teams_v2" | "webex" | "jira_cloud" | "jira_onprem" | "opsgenie" | "pager_duty" | "honeycomb" | "patchy" | "service_now" | "signals" | "slack" | "statuspage" | "victorops" | "zendesk" | "zoom" | "confluence_cloud" | "google_docs" | "zoom_v2" | "linear" | "cortex" | null;
        };
        Alerts_AlertEntity: {
            child_alerts?: components["schemas"]["Alerts_SirenAlertEntity"][] | null;
            conversations?: components["schemas"]["Conversations_API_Entities_Reference"][] | null;
            description?: string | null;
            duration_iso8601?: string | null;
            /** Format: int32 */
            duration_ms?: number | null;
            /** Format: date-time */
            ends_at?: string | null;
            environments?: components["schemas"]["SuccinctEntity"][] | null;
            events?: components["schemas"]["Alerts_SirenEventEntity"][] | null;
            id?: string | null;
            incidents?: components["schemas"]["PublicAPI_V1_Incidents_SuccinctEntity"][] | null;
            integration_name?: string | null;
            is_expired?: boolean | null;
            is_noise?: boolean | null;
            labels?: Record<string, unknown> | null;
            notification_priority?: string | null;
            parent_alerts?: components["schemas"]["Alerts_SirenAlertEntity"][] | null;
            /** Format: int32 */
            position?: number | null;
            priority?: string | null;
            remote_id?: string | null;
            remote_url?: string | null;
            services?: components["schemas"]["SuccinctEntity"][] | null;
            signal_id?: string | null;
            signal_rule?: components["schemas"]["Signals_API_RuleEntity"] | null;
            signal_target?: components["schemas"]["Signals_API_TargetEntity"] | null;
            source_icon?: string | null;
            /** Format: date-time */
            starts_at?: string | null;
            status?: string | null;
            summary?: string | null;
            tags?: string[] | null;
            team_id?: string | null;
            team_name?: string | null;
        };
        Alerts_AlertEntityPaginated: {
            data?: components["schemas"]["Alerts_AlertEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        Alerts_ProcessingLogEntryEntity: {
            context?: Record<string, unknown> | null;
            /** Format: date-time */
            created_at?: string | null;
            id?: string | null;
            /** @enum {string|null} */
            level?: "unknown" | "debug" | "info" | "warn" | "error" | "fatal" | null;
            message?: string | null;
            /** @enum {string|null} */
            message_type?: "i18n_key" | "custom" | null;
        };
        Alerts_ProcessingLogEntryEntityPaginated: {
            data?: components["schemas"]["Alerts_ProcessingLogEntryEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        Alerts_SignalAlertEntity: {
            id?: string | null;
            is_noise?: boolean | null;
            summary?: string | null;
        };
        Alerts_SirenAlertEntity: {
            description?: string | null;
            /** Format: date-time */
            ends_at?: string | null;
            id?: string | null;
            labels?: Record<string, unknown> | null;
            remote_id?: string | null;
            remote_url?: string | null;
            signal_id?: string | null;
            signal_rule?: components["schemas"]["Signals_API_RuleEntity"] | null;
            /** Format: date-time */
            starts_at?: string | null;
            status?: string | null;
            summary?: string | null;
            tags?: string[] | null;
        };
        Alerts_SirenEventEntity: {
            /** Format: date-time */
            created_at?: string | null;
            data?: Record<string, unknown> | null;
            id?: string | null;
            type?: string | null;
        };
        Attachments_LinkEntity: {
            deletable?: boolean | null;
            display_text?: string | null;
            editable?: boolean | null;
            href_url?: string | null;
            icon_url?: string | null;
            id?: string | null;
            type?: string | null;
        };
        Attachments_LinkEntityPaginated: {
            data?: components["schemas"]["Attachments_LinkEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        Attachments_TypedAttachmentEntity: {
            attached_to_id?: string | null;
            attached_to_type?: string | null;
            attributes?: Record<string, unknown> | null;
            /** Format: date-time */
            created_at?: string | null;
            id?: string | null;
            secondary_attached_to_id?: string | null;
            secondary_attached_to_type?: string | null;
            type?: string | null;
        };
        Attachments_TypedAttachmentEntityPaginated: {
            data?: components["schemas"]["Attachments_TypedAttachmentEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        Audiences_Entities_AudienceEntity: {
            /** Format: date-time */
            created_at?: string | null;
            default?: boolean | null;
            description?: string | null;
            details?: components["schemas"]["Audiences_Entities_DetailEntity"][] | null;
            /** Format: date-time */
            discarded_at?: string | null;
            id?: string | null;
            name?: string | null;
            slug?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        Audiences_Entities_AudienceEntityPaginated: {
            data?: components["schemas"]["Audiences_Entities_AudienceEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        Audiences_Entities_AudienceSummariesEntity: {
            audiences?: string | null;
            incident_id?: string | null;
        };
        Audiences_Entities_DetailEntity: {
            id?: string | null;
            /** Format: int32 */
            position?: number | null;
            prompt?: string | null;
            question?: string | null;
            slug?: string | null;
        };
        AuthorEntity: {
            email?: string | null;
            id?: string | null;
            name?: string | null;
            source?: string | null;
        };
        Calendars_EventEntity: {
            created_at?: string | null;
            description?: string | null;
            ends_at?: string | null;
            id?: string | null;
            provider_icon_url?: string | null;
            provider_url?: string | null;
            starts_at?: string | null;
            summary?: string | null;
            updated_at?: string | null;
        };
        ChangeEntity: {
            /** Format: date-time */
            created_at?: string | null;
            description?: string | null;
            id?: string | null;
            labels?: Record<string, unknown> | null;
            summary?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        ChangeEventEntity: {
            attachments?: Record<string, unknown>[] | null;
            authors?: components["schemas"]["AuthorEntity"][] | null;
            /** Format: date-time */
            created_at?: string | null;
            description?: string | null;
            duration_iso8601?: string | null;
            /** Format: int32 */
            duration_ms?: number | null;
            /** Format: date-time */
            ends_at?: string | null;
            environments?: components["schemas"]["EnvironmentEntryEntity"][] | null;
            external_id?: string | null;
            id?: string | null;
            identities?: components["schemas"]["ChangeIdentityEntity"][] | null;
            labels?: Record<string, unknown> | null;
            related_changes?: components["schemas"]["ChangeEntity"][] | null;
            services?: components["schemas"]["ServiceEntityLite"][] | null;
            /** Format: date-time */
            starts_at?: string | null;
            summary?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        ChangeEventSlimEntity: {
            authors?: components["schemas"]["AuthorEntity"][] | null;
            /** Format: date-time */
            created_at?: string | null;
            description?: string | null;
            duration_iso8601?: string | null;
            /** Format: int32 */
            duration_ms?: number | null;
            /** Format: date-time */
            ends_at?: string | null;
            environments?: components["schemas"]["EnvironmentEntryEntity"][] | null;
            external_id?: string | null;
            id?: string | null;
            labels?: Record<string, unknown> | null;
            services?: components["schemas"]["ServiceEntityLite"][] | null;
            /** Format: date-time */
            starts_at?: string | null;
            summary?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        ChangeEventSlimEntityPaginated: {
            data?: components["schemas"]["ChangeEventSlimEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        ChangeIdentityEntity: {
            change_id?: string | null;
            /** Format: date-time */
            created_at?: string | null;
            id?: string | null;
            type?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
            value?: string | null;
        };
        ChangeIdentityEntityPaginated: {
            data?: components["schemas"]["ChangeIdentityEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        ChangeTypeEntity: {
            id?: string | null;
            name?: string | null;
        };
        ChangeTypeEntityPaginated: {
            data?: components["schemas"]["ChangeTypeEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        ChecklistCheckEntity: {
            description?: string | null;
            id?: string | null;
            name?: string | null;
            status?: boolean | null;
        };
        ChecklistTemplateEntity: {
            checks?: components["schemas"]["ChecklistCheckEntity"][] | null;
            connected_services?: components["schemas"]["ServiceEntityChecklist"][] | null;
            created_at?: string | null;
            description?: string | null;
            id?: string | null;
            name?: string | null;
            owner?: components["schemas"]["TeamEntityLite"] | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        ChecklistTemplateEntityPaginated: {
            data?: components["schemas"]["ChecklistTemplateEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        Conversations_API_Entities_Channel: {
            name?: string | null;
        };
        Conversations_API_Entities_Reference: {
            channel?: components["schemas"]["Conversations_API_Entities_Channel"] | null;
            comments_url?: string | null;
            field?: string | null;
            id?: string | null;
            resource_class?: string | null;
            resource_id?: string | null;
        };
        CurrentUserEntity: {
            /** Format: int32 */
            account_id?: number | null;
            email?: string | null;
            id?: string | null;
            name?: string | null;
            organization?: components["schemas"]["OrganizationEntity"] | null;
            organization_id?: string | null;
            organization_name?: string | null;
            region?: string | null;
            role?: string | null;
            source?: string | null;
            teams?: components["schemas"]["SuccinctEntity"][] | null;
        };
        CustomFields_FieldValue: {
            description?: string | null;
            display_name?: string | null;
            field_id?: string | null;
            name?: string | null;
            slug?: string | null;
            value?: string | null;
            value_array?: string[] | null;
            value_string?: string | null;
            value_type?: string | null;
        };
        EmptyVotesEntity: {
            disliked?: boolean | null;
            /** Format: int32 */
            dislikes?: number | null;
            liked?: boolean | null;
            /** Format: int32 */
            likes?: number | null;
            voted?: boolean | null;
        };
        EntitlementEntity: {
            available?: boolean | null;
            /** Format: int32 */
            current_count?: number | null;
            errors?: string[] | null;
            exists?: boolean | null;
            /** Format: int32 */
            maximum?: number | null;
            name?: string | null;
            slug?: string | null;
            /** @enum {string|null} */
            tier?: "free" | "essentials" | "enterprise" | "signals_only" | null;
        };
        EntitlementEntityPaginated: {
            data?: components["schemas"]["EntitlementEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        EnvironmentEntryEntity: {
            active_incidents?: string[] | null;
            /** Format: date-time */
            created_at?: string | null;
            description?: string | null;
            external_resources?: components["schemas"]["ExternalResourceEntity"][] | null;
            functionalities?: components["schemas"]["FunctionalityEntityLite"][] | null;
            id?: string | null;
            name?: string | null;
            services?: components["schemas"]["ServiceEntityLite"][] | null;
            slug?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        EnvironmentEntryEntityPaginated: {
            data?: components["schemas"]["EnvironmentEntryEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        ErrorEntity: {
            code?: string | null;
            detail?: string | null;
            messages?: string[] | null;
            meta?: Record<string, unknown> | null;
        };
        Event_GenericChatMessageEntity: {
            body?: string | null;
            /** Format: date-time */
            created_at?: string | null;
            id?: string | null;
        };
        Event_NoteEntity: {
            body?: string | null;
            conversations?: components["schemas"]["Conversations_API_Entities_Reference"][] | null;
            /** Format: date-time */
            created_at?: string | null;
            id?: string | null;
            status_pages?: components["schemas"]["Incidents_StatusPageEntity"][] | null;
        };
        ExternalResourceEntity: {
            connection_full_favicon_url?: string | null;
            connection_id?: string | null;
            connection_name?: string | null;
            connection_type?: string | null;
            /** Format: date-time */
            created_at?: string | null;
            name?: string | null;
            remote_id?: string | null;
            remote_url?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        FHTypes_GenericEntity: {
            label?: string | null;
            type?: string | null;
            value?: string | null;
        };
        FieldMapping_FieldMapEntity: {
            available_fields_url?: string | null;
            body?: Record<string, unknown> | null;
            connection_id?: string | null;
            connection_type?: string | null;
            data_bag_url?: string | null;
            entity_id?: string | null;
            entity_type?: string | null;
            id?: string | null;
        };
        FieldMapping_MappableFieldEntity: {
            allowed_values?: string[] | null;
            help_text?: string | null;
            label?: string | null;
            required?: string | null;
            type?: string | null;
            value?: string | null;
        };
        FormConfigurationEntity: {
            fields?: string | null;
            show_incident_types?: string | null;
        };
        FunctionalityEntity: {
            active_incidents?: string[] | null;
            alert_on_add?: boolean | null;
            auto_add_responding_team?: boolean | null;
            /** Format: date-time */
            created_at?: string | null;
            description?: string | null;
            environments?: components["schemas"]["EnvironmentEntryEntity"][] | null;
            external_resources?: components["schemas"]["ExternalResourceEntity"][] | null;
            id?: string | null;
            labels?: {
                [key: string]: unknown;
            } | null;
            links?: components["schemas"]["LinksEntity"][] | null;
            name?: string | null;
            owner?: components["schemas"]["TeamEntityLite"] | null;
            /** Format: int32 */
            service_tier?: number | null;
            services?: components["schemas"]["ServiceEntityLite"][] | null;
            slug?: string | null;
            teams?: components["schemas"]["TeamEntityLite"][] | null;
            /** Format: date-time */
            updated_at?: string | null;
            updated_by?: components["schemas"]["AuthorEntity"] | null;
        };
        FunctionalityEntityLite: {
            active_incidents?: string[] | null;
            alert_on_add?: boolean | null;
            auto_add_responding_team?: boolean | null;
            /** Format: date-time */
            created_at?: string | null;
            description?: string | null;
            id?: string | null;
            labels?: {
                [key: string]: unknown;
            } | null;
            links?: components["schemas"]["LinksEntity"][] | null;
            name?: string | null;
            owner?: components["schemas"]["TeamEntityLite"] | null;
            /** Format: int32 */
            service_tier?: number | null;
            slug?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
            updated_by?: components["schemas"]["AuthorEntity"] | null;
        };
        FunctionalityEntityLitePaginated: {
            data?: components["schemas"]["FunctionalityEntityLite"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        FunctionalityEntityPaginated: {
            data?: components["schemas"]["FunctionalityEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        FunctionalityWithAllServicesEntity: {
            services?: components["schemas"]["ServiceEntity"][] | null;
        };
        Imports_ImportEntity: {
            /** @enum {string|null} */
            state?: "preprocessing" | "ready_for_import" | "importing" | "completed" | "failed" | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        Imports_ImportErrorEntity: {
            /** Format: date-time */
            created_at?: string | null;
            data?: Record<string, unknown> | null;
            id?: string | null;
            message?: string | null;
            resource?: components["schemas"]["Imports_ImportErrorEntity_ResourceEntity"] | null;
        };
        Imports_ImportErrorEntity_ResourceEntity: {
            name?: string | null;
            resource_id?: string | null;
            resource_type?: string | null;
        };
        Imports_ImportableResourceEntity: {
            import_errors?: components["schemas"]["Imports_ImportErrorEntity"][] | null;
            /** Format: date-time */
            imported_at?: string | null;
            remote_id?: string | null;
            /** @enum {string|null} */
            state?: "selected" | "skipped" | "imported" | "errored" | null;
        };
        IncidentAttachmentEntity: {
            description?: string | null;
            external_id?: string | null;
            file_content_type?: string | null;
            file_name?: string | null;
            /** Format: int32 */
            file_size?: number | null;
            media_type?: string | null;
            signed_url?: string | null;
            /** @enum {string|null} */
            status?: "pending_upload" | "uploaded" | null;
            versions?: Record<string, unknown> | null;
        };
        IncidentEntity: {
            active?: boolean | null;
            ai_incident_summary?: string | null;
            channel_id?: string | null;
            channel_name?: string | null;
            channel_reference?: string | null;
            channel_status?: string | null;
            conference_bridges?: components["schemas"]["Incidents_ConferenceBridgeEntity"][] | null;
            context_object?: components["schemas"]["Incidents_ContextObjectEntity"] | null;
            conversations?: components["schemas"]["Conversations_API_Entities_Reference"][] | null;
            /** Format: date-time */
            created_at?: string | null;
            created_by?: components["schemas"]["AuthorEntity"] | null;
            current_milestone?: string | null;
            custom_fields?: components["schemas"]["CustomFields_FieldValue"][] | null;
            customer_impact_summary?: string | null;
            /** Format: int32 */
            customers_impacted?: number | null;
            description?: string | null;
            /** Format: date-time */
            discarded_at?: string | null;
            environments?: components["schemas"]["SuccinctEntity"][] | null;
            field_requirements?: components["schemas"]["IncidentEntity_FieldRequirementEntity"][] | null;
            functionalities?: components["schemas"]["SuccinctEntity"][] | null;
            id?: string | null;
            impacts?: components["schemas"]["Incidents_ImpactEntity"][] | null;
            incident_channels?: components["schemas"]["Incidents_ChannelEntity"][] | null;
            incident_tickets?: components["schemas"]["Ticketing_TicketEntity"][] | null;
            incident_type?: components["schemas"]["SuccinctEntity"] | null;
            incident_url?: string | null;
            labels?: Record<string, unknown> | null;
            last_note?: components["schemas"]["Event_NoteEntity"] | null;
            last_update?: string | null;
            lifecycle_measurements?: components["schemas"]["Incidents_LifecycleMeasurementEntity"][] | null;
            lifecycle_phases?: components["schemas"]["Incidents_LifecyclePhaseEntity"][] | null;
            milestones?: components["schemas"]["Incidents_MilestoneEntity"][] | null;
            /** Format: int32 */
            monetary_impact?: number | null;
            /** Format: int32 */
            monetary_impact_cents?: number | null;
            name?: string | null;
            /** Format: int32 */
            number?: number | null;
            organization?: components["schemas"]["OrganizationEntity"] | null;
            organization_id?: string | null;
            priority?: string | null;
            private_id?: string | null;
            private_status_page_url?: string | null;
            report_id?: string | null;
            retro_exports?: Record<string, unknown>[] | null;
            role_assignments?: components["schemas"]["Incidents_RoleAssignmentEntity"][] | null;
            services?: components["schemas"]["SuccinctEntity"][] | null;
            severity?: string | null;
            severity_color?: string | null;
            severity_condition?: string | null;
            severity_condition_object?: components["schemas"]["SeverityMatrix_ConditionEntity"] | null;
            severity_impact?: string | null;
            severity_impact_object?: components["schemas"]["SeverityMatrix_ImpactEntity"] | null;
            /** Format: date-time */
            started_at?: string | null;
            status_pages?: components["schemas"]["Incidents_StatusPageEntity"][] | null;
            summary?: string | null;
            tag_list?: string[] | null;
            team_assignments?: components["schemas"]["Incidents_TeamAssignmentEntityLite"][] | null;
            ticket?: components["schemas"]["Ticketing_TicketEntity"] | null;
        };
        IncidentEntityPaginated: {
            data?: components["schemas"]["IncidentEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        IncidentEntity_FieldRequirementEntity: {
            field_id?: string | null;
            required_at_milestone_id?: string | null;
        };
        IncidentEventEntity: {
            author?: components["schemas"]["AuthorEntity"] | null;
            context?: string | null;
            conversations?: components["schemas"]["Conversations_API_Entities_Reference"][] | null;
            data?: Record<string, unknown> | null;
            id?: string | null;
            incident_id?: string | null;
            /** Format: date-time */
            occurred_at?: string | null;
            type?: string | null;
            /** @enum {string|null} */
            visibility?: "private_to_org" | "open_to_public" | "internal_status_page" | null;
            votes?: components["schemas"]["VotesEntity"] | null;
        };
        IncidentEventEntityPaginated: {
            data?: components["schemas"]["IncidentEventEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        IncidentImpactEntity: {
            id?: string | null;
            infrastructure?: components["schemas"]["SuccinctEntity"] | null;
            type?: string | null;
        };
        IncidentImpactEntityPaginated: {
            data?: components["schemas"]["IncidentImpactEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        IncidentRoleEntity: {
            /** Format: date-time */
            created_at?: string | null;
            description?: string | null;
            /** Format: date-time */
            discarded_at?: string | null;
            id?: string | null;
            name?: string | null;
            summary?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        IncidentRoleEntityPaginated: {
            data?: components["schemas"]["IncidentRoleEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        IncidentTypeEntity: {
            allowed_role_ids?: string[] | null;
            /** Format: date-time */
            created_at?: string | null;
            description?: string | null;
            id?: string | null;
            name?: string | null;
            required_fields?: components["schemas"]["Incidents_RequiredFieldEntity"][] | null;
            template?: components["schemas"]["IncidentTypeEntity_TemplateEntity"] | null;
            template_values?: components["schemas"]["IncidentTypeEntity_TemplateValuesEntity"] | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        IncidentTypeEntityPaginated: {
            data?: components["schemas"]["IncidentTypeEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        IncidentTypeEntity_TemplateEntity: {
            custom_fields?: string | null;
            customer_impact_summary?: string | null;
            description?: string | null;
            impacts?: components["schemas"]["IncidentTypeEntity_TemplateImpactEntity"][] | null;
            incident_name?: string | null;
            labels?: {
                [key: string]: unknown;
            } | null;
            priority?: string | null;
            private_incident?: boolean | null;
            runbook_ids?: string[] | null;
            severity?: string | null;
            summary?: string | null;
            tag_list?: string[] | null;
            team_ids?: string[] | null;
        };
        IncidentTypeEntity_TemplateImpactEntity: {
            condition_id?: string | null;
            condition_name?: string | null;
            id?: string | null;
            name?: string | null;
            /** @enum {string|null} */
            type?: "customer" | "environment" | "functionality" | "service" | null;
        };
        IncidentTypeEntity_TemplateValuesEntity: {
            environments?: components["schemas"]["IncidentTypeEntity_TemplateImpactEntity"][] | null;
            functionalities?: components["schemas"]["IncidentTypeEntity_TemplateImpactEntity"][] | null;
            runbooks?: Record<string, unknown> | null;
            services?: components["schemas"]["IncidentTypeEntity_TemplateImpactEntity"][] | null;
            teams?: components["schemas"]["TeamEntityLite"][] | null;
        };
        Incidents_AlertEntity: {
            alert?: components["schemas"]["Alerts_AlertEntity"] | null;
            id?: string | null;
            primary?: boolean | null;
        };
        Incidents_AlertEntityPaginated: {
            data?: components["schemas"]["Incidents_AlertEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        Incidents_ChannelEntity: {
            icon_url?: string | null;
            id?: string | null;
            name?: string | null;
            source?: string | null;
            source_id?: string | null;
            source_name?: string | null;
            status?: string | null;
            url?: string | null;
        };
        Incidents_ConferenceBridgeEntity: {
            attachments?: Record<string, unknown>[] | null;
            has_translated_transcripts?: boolean | null;
            id?: string | null;
            language_codes?: string[] | null;
            previous_host_assignment?: string | null;
            transcription_status?: string | null;
            transcription_sub_code?: string | null;
        };
        Incidents_ContextObjectEntity: {
            context_description?: string | null;
            context_tag?: string | null;
            object_id?: string | null;
            object_type?: string | null;
        };
        Incidents_ExportRetrospectiveMarkdownEntity: {
            markdown?: string | null;
        };
        Incidents_ExportRetrospectivesResultEntity: {
            external_resource?: components["schemas"]["ExternalResourceEntity"] | null;
        };
        Incidents_ImpactEntity: {
            condition?: components["schemas"]["SeverityMatrix_ConditionEntity"] | null;
            conversations?: components["schemas"]["Conversations_API_Entities_Reference"][] | null;
            id?: string | null;
            impact?: components["schemas"]["SuccinctEntity"] | null;
            /** @enum {string|null} */
            type?: "customer" | "environment" | "functionality" | "service" | null;
        };
        Incidents_LifecycleMeasurementEntity: {
            /** Format: date-time */
            calculated_at?: string | null;
            description?: string | null;
            ends_at_milestone?: string | null;
            id?: string | null;
            name?: string | null;
            slug?: string | null;
            starts_at_milestone?: string | null;
            value?: string | null;
        };
        Incidents_LifecycleMilestoneEntity: {
            description?: string | null;
            duration?: string | null;
            id?: string | null;
            name?: string | null;
            /** Format: date-time */
            occurred_at?: string | null;
            /** Format: int32 */
            position?: number | null;
            slug?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
            updated_by?: components["schemas"]["AuthorEntity"] | null;
        };
        Incidents_LifecyclePhaseEntity: {
            description?: string | null;
            id?: string | null;
            milestones?: components["schemas"]["Incidents_LifecycleMilestoneEntity"][] | null;
            name?: string | null;
            /** Format: int32 */
            position?: number | null;
            type?: string | null;
        };
        Incidents_MilestoneEntity: {
            /** Format: date-time */
            created_at?: string | null;
            duration?: string | null;
            id?: string | null;
            /** Format: date-time */
            occurred_at?: string | null;
            type?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        Incidents_MilestoneEntityPaginated: {
            data?: components["schemas"]["Incidents_MilestoneEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        Incidents_RelatedChangeEventEntity: {
            change_event?: components["schemas"]["ChangeEventEntity"] | null;
            /** Format: date-time */
            created_at?: string | null;
            created_by?: components["schemas"]["AuthorEntity"] | null;
            id?: string | null;
            incident_id?: string | null;
            /** @enum {string|null} */
            type?: "caused" | "fixed" | "suspect" | "dismissed" | null;
            /** Format: date-time */
            updated_at?: string | null;
            why?: string | null;
        };
        Incidents_RelatedChangeEventEntityPaginated: {
            data?: components["schemas"]["Incidents_RelatedChangeEventEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        Incidents_RelationshipsEntity: {
            children?: components["schemas"]["PublicAPI_V1_Incidents_SuccinctEntity"][] | null;
            parent?: components["schemas"]["PublicAPI_V1_Incidents_SuccinctEntity"] | null;
            siblings?: components["schemas"]["PublicAPI_V1_Incidents_SuccinctEntity"][] | null;
        };
        Incidents_RequiredFieldEntity: {
            id?: string | null;
            required_at_milestone_id?: string | null;
        };
        Incidents_RetrospectiveEntity: {
            description?: string | null;
            exports?: string[] | null;
            fields?: components["schemas"]["Incidents_RetrospectiveFieldEntity"][] | null;
            id?: string | null;
            is_hidden?: boolean | null;
            name?: string | null;
            retrospective_template_id?: string | null;
            sections?: components["schemas"]["Incidents_RetrospectiveEntity_SectionEntity"][] | null;
        };
        Incidents_RetrospectiveEntityPaginated: {
            data?: components["schemas"]["Incidents_RetrospectiveEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        Incidents_RetrospectiveEntity_SectionEntity: {
            elements?: string[] | null;
            slug?: string | null;
        };
        Incidents_RetrospectiveFieldEntity: {
            help_text?: string | null;
            id?: string | null;
            is_required?: boolean | null;
            label?: string | null;
            permissible_values?: string[] | null;
            required_at_milestone_id?: string | null;
            retrospective_field_id?: string | null;
            schema?: Record<string, unknown>[] | null;
            /** @enum {string|null} */
            type?: "text" | "single_select" | "multi_select" | "numeric" | "datetime" | "dynamic_input_group" | "markdown" | "markdown_text" | null;
            value?: (number | null) | string | {
                [key: string]: unknown;
            }[];
        };
        Incidents_RoleAssignmentEntity: {
            /** Format: date-time */
            created_at?: string | null;
            id?: string | null;
            incident_role?: components["schemas"]["IncidentRoleEntity"] | null;
            /** @enum {string|null} */
            status?: "active" | "inactive" | null;
            /** Format: date-time */
            updated_at?: string | null;
            user?: components["schemas"]["UserEntity"] | null;
        };
        Incidents_RoleAssignmentEntityPaginated: {
            data?: components["schemas"]["Incidents_RoleAssignmentEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        Incidents_ShareRetrospectivesResultEntity: {
            retrospective_ids?: string[] | null;
            user_ids?: string[] | null;
        };
        Incidents_StatusPageEntity: {
            display_name?: string | null;
            external_id?: string | null;
            id?: string | null;
            integration?: components["schemas"]["IntegrationEntity"] | null;
            name?: string | null;
            url?: string | null;
        };
        Incidents_StatusPageEntityPaginated: {
            data?: components["schemas"]["Incidents_StatusPageEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        Incidents_TeamAssignmentEntityLite: {
            /** Format: date-time */
            created_at?: string | null;
            id?: string | null;
            status?: string | null;
            team?: components["schemas"]["TeamEntityLite"] | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        InfrastructureSearchEntity: {
            infrastructure?: string | null;
            type?: string | null;
        };
        IntegrationEntity: {
            /** Format: date-time */
            created_at?: string | null;
            display_name?: string | null;
            id?: string | null;
            integration_name?: string | null;
            integration_slug?: string | null;
        };
        Integrations_AuthedProviderEntityPaginated: {
            data?: components["schemas"]["PublicAPI_V1_Integrations_AuthedProviderEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        Integrations_Aws_CloudtrailBatchEntity: {
            connection?: components["schemas"]["Integrations_Aws_ConnectionEntity"] | null;
            /** Format: date-time */
            created_at?: string | null;
            /** Format: date-time */
            ends_at?: string | null;
            /** Format: int32 */
            events_created?: number | null;
            id?: string | null;
            /** Format: date-time */
            starts_at?: string | null;
            /** @enum {string|null} */
            status?: "in_progress" | "failed" | "successful" | "pending" | "retried" | null;
        };
        Integrations_Aws_CloudtrailBatchEntityPaginated: {
            data?: components["schemas"]["Integrations_Aws_CloudtrailBatchEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        Integrations_Aws_ConnectionEntity: {
            aws_account_id?: string | null;
            /** @enum {string|null} */
            connection_status?: "pending_setup" | "role_assumed" | "cant_assume_role" | "invalid_permissions" | "validated" | null;
            environment_id?: string | null;
            environment_name?: string | null;
            external_id?: string | null;
            id?: string | null;
            regions?: string[] | null;
            status_description?: string | null;
            status_text?: string | null;
            target_arn?: string | null;
        };
        Integrations_Aws_ConnectionEntityPaginated: {
            data?: components["schemas"]["Integrations_Aws_ConnectionEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        Integrations_ConfluenceCloud_SpaceEntity: {
            /** Format: int32 */
            id?: number | null;
            name?: string | null;
        };
        Integrations_ConnectionEntity: {
            authorized_by?: string | null;
            authorized_by_id?: string | null;
            configuration_url?: string | null;
            /** Format: date-time */
            created_at?: string | null;
            default_authorized_actor?: components["schemas"]["AuthorEntity"] | null;
            details?: Record<string, unknown> | null;
            display_name?: string | null;
            id?: string | null;
            integration_id?: string | null;
            integration_slug?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        Integrations_ConnectionEntityPaginated: {
            data?: components["schemas"]["Integrations_ConnectionEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        Integrations_ConnectionStatusEntity: {
            check_type?: string | null;
            /** Format: date-time */
            checked_at?: string | null;
            connection_id?: string | null;
            data?: Record<string, unknown> | null;
            error_type?: string | null;
            integration_slug?: string | null;
            message?: string | null;
            performed_by?: components["schemas"]["AuthorEntity"] | null;
            /** @enum {string|null} */
            status?: "ok" | "info" | "warning" | "error" | null;
        };
        Integrations_IntegrationEntity: {
            connections?: components["schemas"]["Integrations_ConnectionEntity"][] | null;
            /** Format: date-time */
            created_at?: string | null;
            deprecated?: boolean | null;
            description?: string | null;
            enabled?: boolean | null;
            id?: string | null;
            installed?: boolean | null;
            logo?: components["schemas"]["Integrations_IntegrationEntity_LogoEntity"] | null;
            name?: string | null;
            nat_ip?: string | null;
            setup_url?: string | null;
            slug?: string | null;
        };
        Integrations_IntegrationEntityPaginated: {
            data?: components["schemas"]["Integrations_IntegrationEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        Integrations_IntegrationEntity_LogoEntity: {
            logo_url?: string | null;
        };
        Integrations_MicrosoftTeamsV2_ChannelEntity: {
            channel_id?: string | null;
            channel_name?: string | null;
            channel_url?: string | null;
            id?: string | null;
            incident?: components["schemas"]["IncidentEntity"] | null;
            ms_team_id?: string | null;
            status?: string | null;
            team_name?: string | null;
        };
        Integrations_Slack_SlackChannelEntity: {
            id?: string | null;
            name?: string | null;
            slack_channel_id?: string | null;
        };
        Integrations_Slack_UsergroupEntity: {
            handle?: string | null;
            id?: string | null;
            is_disabled?: boolean | null;
            name?: string | null;
        };
        Integrations_Slack_WorkspaceEntity: {
            id?: string | null;
            name?: string | null;
            team_id?: string | null;
        };
        Integrations_Statuspage_ConditionEntity: {
            condition_id?: string | null;
            condition_name?: string | null;
            /** @enum {string|null} */
            statuspageio_condition?: "operational" | "major_outage" | "minor_outage" | "degraded_performance" | null;
        };
        Integrations_Statuspage_ConnectionEntity: {
            conditions?: components["schemas"]["Integrations_Statuspage_ConditionEntity"][] | null;
            id?: string | null;
            milestone_mappings?: components["schemas"]["Integrations_Statuspage_MilestoneMappingEntity"][] | null;
            page_id?: string | null;
            page_name?: string | null;
            severities?: components["schemas"]["Integrations_Statuspage_SeverityEntity"][] | null;
        };
        Integrations_Statuspage_ConnectionEntityPaginated: {
            data?: components["schemas"]["Integrations_Statuspage_ConnectionEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        Integrations_Statuspage_MilestoneMappingEntity: {
            milestone_id?: string | null;
            status?: string | null;
        };
        Integrations_Statuspage_PageEntity: {
            id?: string | null;
            name?: string | null;
        };
        Integrations_Statuspage_SeverityEntity: {
            remote_status?: string | null;
            severity_slug?: string | null;
        };
        Integrations_Zendesk_SearchTickets_PaginatedEntity: {
            data?: components["schemas"]["Integrations_Zendesk_SupportIssueEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        Integrations_Zendesk_SupportIssueEntity: {
            attached_incidents?: components["schemas"]["IncidentEntity"][] | null;
            attachments?: string | null;
            customers?: components["schemas"]["Integrations_Zendesk_SupportIssueEntity_CustomerEntity"] | null;
            data?: Record<string, unknown> | null;
            description?: string | null;
            priority?: string | null;
            remote_id?: string | null;
            remote_url?: string | null;
            title?: string | null;
            type?: string | null;
        };
        Integrations_Zendesk_SupportIssueEntity_CustomerEntity: {
            id?: string | null;
            name?: string | null;
        };
        Lifecycles_MilestoneEntity: {
            auto_assign_timestamp_on_create?: string | null;
            /** Format: date-time */
            created_at?: string | null;
            created_by?: components["schemas"]["AuthorEntity"] | null;
            description?: string | null;
            id?: string | null;
            name?: string | null;
            /** Format: int32 */
            position?: number | null;
            slug?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
            updated_by?: components["schemas"]["AuthorEntity"] | null;
        };
        Lifecycles_PhaseEntity: {
            description?: string | null;
            id?: string | null;
            milestones?: components["schemas"]["Lifecycles_MilestoneEntity"][] | null;
            name?: string | null;
            /** Format: int32 */
            position?: number | null;
            type?: string | null;
        };
        Lifecycles_PhaseEntityList: {
            data?: components["schemas"]["Lifecycles_PhaseEntity"][] | null;
        };
        LinksEntity: {
            href_url?: string | null;
            icon_url?: string | null;
            id?: string | null;
            name?: string | null;
        };
        MediaImageEntity: {
            original_url?: string | null;
            versions_urls?: Record<string, unknown> | null;
        };
        MembershipEntity: {
            default_incident_role?: components["schemas"]["IncidentRoleEntity"] | null;
            schedule?: components["schemas"]["ScheduleEntity"] | null;
            signals_on_call_schedule?: components["schemas"]["SuccinctEntity"] | null;
            user?: components["schemas"]["UserEntity"] | null;
        };
        Metrics_InfrastructureListEntity: {
            data?: components["schemas"]["Metrics_InfrastructureMetricsEntity"][] | null;
        };
        Metrics_InfrastructureMetricsEntity: {
            /** Format: int32 */
            count?: number | null;
            id?: string | null;
            /** Format: int32 */
            mtta?: number | null;
            /** Format: int32 */
            mttd?: number | null;
            /** Format: int32 */
            mttm?: number | null;
            /** Format: int32 */
            mttr?: number | null;
            name?: string | null;
            /** Format: int32 */
            total_time?: number | null;
        };
        Metrics_MetricsEntity: {
            /** Format: int32 */
            bucket_size?: number | null;
            buckets?: Record<string, unknown>[] | null;
            by?: string | null;
            display_information?: Record<string, unknown> | null;
            keys?: string[] | null;
            sort?: components["schemas"]["Metrics_MetricsEntity_SortEntity"] | null;
            type?: string | null;
        };
        Metrics_MetricsEntity_SortEntity: {
            direction?: string | null;
            field?: string | null;
            /** Format: int32 */
            limit?: number | null;
        };
        Metrics_MilestonesFunnelEntity: {
            columns?: components["schemas"]["Metrics_MilestonesFunnelEntity_ColumnEntity"][] | null;
            data?: components["schemas"]["Metrics_MilestonesFunnelEntity_DataBucketEntity"][] | null;
            groupings?: components["schemas"]["Metrics_MilestonesFunnelEntity_GroupingsEntity"] | null;
            meta?: components["schemas"]["Metrics_MilestonesFunnelEntity_MetaEntity"] | null;
        };
        Metrics_MilestonesFunnelEntity_ColumnEntity: {
            id?: string | null;
            label?: string | null;
            name?: string | null;
            tooltip?: string | null;
        };
        Metrics_MilestonesFunnelEntity_DataBucketEntity: {
            filter_params?: components["schemas"]["Metrics_MilestonesFunnelEntity_DataBucketFilterParamsEntity"] | null;
            milestone_counts?: components["schemas"]["Metrics_MilestonesFunnelEntity_DataBucketMilestoneCountEntity"][] | null;
            /** Format: date-time */
            time_bucket?: string | null;
        };
        Metrics_MilestonesFunnelEntity_DataBucketFilterParamsEntity: {
            /** Format: date */
            end_date?: string | null;
            /** Format: date-time */
            start_date?: string | null;
        };
        Metrics_MilestonesFunnelEntity_DataBucketMilestoneCountEntity: {
            /** Format: int32 */
            count?: number | null;
            milestone_id?: string | null;
        };
        Metrics_MilestonesFunnelEntity_GroupingsEntity: {
            bucket_size?: string | null;
        };
        Metrics_MilestonesFunnelEntity_MetaEntity: {
            added_milestones?: string[] | null;
            deleted_milestones?: string[] | null;
        };
        Metrics_MttxDataEntity: {
            data?: components["schemas"]["Metrics_MttxGroupEntity"][] | null;
            groupings?: components["schemas"]["Metrics_MttxDataEntity_GroupingEntity"][] | null;
        };
        Metrics_MttxDataEntity_GroupingEntity: {
            id_attribute?: string | null;
            name_attribute?: string | null;
            type?: string | null;
        };
        Metrics_MttxGroupEntity: {
            /** Format: int32 */
            count?: number | null;
            /** Format: int32 */
            count_diff?: number | null;
            /** Format: float */
            count_percent_diff?: number | null;
            filter_params?: Record<string, unknown> | null;
            group_attributes?: string | null;
            /** Format: float */
            healthiness?: number | null;
            /** Format: float */
            mtta?: number | null;
            /** Format: float */
            mtta_diff?: number | null;
            /** Format: float */
            mtta_percent_diff?: number | null;
            /** Format: float */
            mttd?: number | null;
            /** Format: float */
            mttd_diff?: number | null;
            /** Format: float */
            mttd_percent_diff?: number | null;
            /** Format: float */
            mttm?: number | null;
            /** Format: float */
            mttm_diff?: number | null;
            /** Format: float */
            mttm_percent_diff?: number | null;
            /** Format: float */
            mttr?: number | null;
            /** Format: float */
            mttr_diff?: number | null;
            /** Format: float */
            mttr_percent_diff?: number | null;
        };
        Metrics_RetrospectiveEntity: {
            data?: components["schemas"]["Metrics_RetrospectiveEntity_DataEntity"][] | null;
            summary?: components["schemas"]["Metrics_RetrospectiveEntity_SummaryEntity"] | null;
        };
        Metrics_RetrospectiveEntity_DataEntity: {
            x?: string | null;
            /** Format: float */
            y?: number | null;
        };
        Metrics_RetrospectiveEntity_SummaryEntity: {
            /** Format: int32 */
            completed?: number | null;
            /** Format: float */
            completion_percentage?: number | null;
            /** Format: int32 */
            incomplete?: number | null;
            /** Format: float */
            longest?: number | null;
            /** Format: float */
            mean?: number | null;
            /** Format: float */
            shortest?: number | null;
            /** Format: int32 */
            total?: number | null;
        };
        Metrics_TicketFunnelMetricsEntity: {
            data?: components["schemas"]["Metrics_TicketFunnelMetricsEntity_DataBucketEntity"][] | null;
            groupings?: components["schemas"]["Metrics_TicketFunnelMetricsEntity_GroupingsEntity"] | null;
        };
        Metrics_TicketFunnelMetricsEntity_DataBucketEntity: {
            filter_params?: components["schemas"]["Metrics_TicketFunnelMetricsEntity_DataBucketFilterParamsEntity"] | null;
            /** Format: int32 */
            follow_ups_created?: number | null;
            /** Format: int32 */
            follow_ups_done?: number | null;
            /** Format: int32 */
            tasks_created?: number | null;
            /** Format: int32 */
            tasks_done?: number | null;
            /** Format: date-time */
            time_bucket?: string | null;
        };
        Metrics_TicketFunnelMetricsEntity_DataBucketFilterParamsEntity: {
            /** Format: date */
            end_date?: string | null;
            /** Format: date-time */
            start_date?: string | null;
        };
        Metrics_TicketFunnelMetricsEntity_GroupingsEntity: {
            bucket_size?: string | null;
        };
        NuncComponentEntity: {
            component_group_id?: string | null;
            infrastructure_id?: string | null;
            infrastructure_type?: string | null;
            label?: string | null;
            /** Format: int32 */
            position?: number | null;
        };
        NuncComponentGroupEntity: {
            component_group_id?: string | null;
            id?: string | null;
            name?: string | null;
            /** Format: int32 */
            position?: number | null;
        };
        NuncConditionEntity: {
            condition_id?: string | null;
            condition_name?: string | null;
            nunc_condition?: string | null;
        };
        NuncConnectionEntity: {
            authentication_method?: string | null;
            auto_publish?: boolean | null;
            button_background_color?: string | null;
            button_text_color?: string | null;
            cname?: string | null;
            company_name?: string | null;
            company_tos_url?: string | null;
            company_website?: string | null;
            cover_image?: components["schemas"]["MediaImageEntity"] | null;
            dark_logo?: components["schemas"]["MediaImageEntity"] | null;
            domain?: string | null;
            enable_histogram?: boolean | null;
            exposed_fields?: string[] | null;
            favicon?: components["schemas"]["MediaImageEntity"] | null;
            greeting_body?: string | null;
            greeting_title?: string | null;
            has_custom_configuration?: boolean | null;
            id?: string | null;
            is_dns_verified?: boolean | null;
            /** Format: date-time */
            last_verified_at?: string | null;
            link_color?: string | null;
            links?: components["schemas"]["LinksEntity"][] | null;
            logo?: components["schemas"]["MediaImageEntity"] | null;
            oidc_authentication_config?: components["schemas"]["NuncOidcAuthenticationConfigEntity"] | null;
            open_graph_image?: components["schemas"]["MediaImageEntity"] | null;
            operational_message?: string | null;
            primary_color?: string | null;
            /** @enum {string|null} */
            publish_state?: "published" | "unpublished" | null;
            secondary_color?: string | null;
            title?: string | null;
            /** Format: int32 */
            ui_version?: number | null;
            components?: components["schemas"]["NuncComponentEntity"][] | null;
            component_groups?: components["schemas"]["NuncComponentGroupEntity"][] | null;
            conditions?: components["schemas"]["NuncConditionEntity"][] | null;
        };
        NuncConnectionEntityPaginated: {
            data?: components["schemas"]["NuncConnectionEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        NuncEmailSubscribersEntity: {
            /** Format: date-time */
            created_at?: string | null;
            email?: string | null;
            id?: string | null;
        };
        NuncOidcAuthenticationConfigEntity: {
            client_id?: string | null;
            issuer_url?: string | null;
        };
        Nunc_NuncSubscription: {
            response?: string | null;
        };
        OrganizationEntity: {
            id?: string | null;
            name?: string | null;
        };
        Organizations_CustomFieldDefinitionEntity: {
            description?: string | null;
            display_name?: string | null;
            field_id?: string | null;
            field_type?: string | null;
            permissible_values?: string[] | null;
            required?: boolean | null;
            required_at_milestone_id?: string | null;
            slug?: string | null;
        };
        Organizations_TicketingCustomFieldDefinitionEntity: {
            description?: string | null;
            display_name?: string | null;
            field_id?: string | null;
            field_type?: string | null;
            permissible_values?: string[] | null;
            required?: string | null;
            slug?: string | null;
        };
        PaginationEntity: {
            /** Format: int32 */
            count?: number | null;
            /** Format: int32 */
            items?: number | null;
            /** Format: int32 */
            last?: number | null;
            /** Format: int32 */
            next?: number | null;
            /** Format: int32 */
            page?: number | null;
            /** Format: int32 */
            pages?: number | null;
            /** Format: int32 */
            prev?: number | null;
        };
        PermissionEntityList: {
            data?: components["schemas"]["PublicAPI_V1_PermissionEntity"][] | null;
        };
        PongEntity: {
            actor?: components["schemas"]["ActorEntity"] | null;
            organization?: components["schemas"]["OrganizationEntity"] | null;
            response?: string | null;
        };
        PostMortems_PostMortemReportEntity: {
            additional_details?: string[] | null;
            calendar_events?: components["schemas"]["Calendars_EventEntity"] | null;
            /** Format: date-time */
            created_at?: string | null;
            id?: string | null;
            incident?: components["schemas"]["IncidentEntity"] | null;
            incident_id?: string | null;
            name?: string | null;
            questions?: components["schemas"]["PostMortems_QuestionEntity"] | null;
            retrospective_id?: string | null;
            retrospective_note?: string | null;
            retrospective_shim?: boolean | null;
            summary?: string | null;
            tag_list?: string[] | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        PostMortems_PostMortemReportEntityPaginated: {
            data?: components["schemas"]["PostMortems_PostMortemReportEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        PostMortems_QuestionEntity: {
            available_options?: string[] | null;
            body?: string | null;
            conversations?: components["schemas"]["Conversations_API_Entities_Reference"][] | null;
            id?: string | null;
            is_required?: boolean | null;
            kind?: string | null;
            question_type_id?: string | null;
            title?: string | null;
            tooltip?: string | null;
        };
        PostMortems_QuestionTypeEntity: {
            available_options?: string[] | null;
            id?: string | null;
            is_required?: boolean | null;
            kind?: string | null;
            title?: string | null;
            tooltip?: string | null;
        };
        PostMortems_QuestionTypeEntityPaginated: {
            data?: components["schemas"]["PostMortems_QuestionTypeEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        PostMortems_ReasonEntity: {
            conversations?: components["schemas"]["Conversations_API_Entities_Reference"][] | null;
            created_by?: components["schemas"]["AuthorEntity"] | null;
            id?: string | null;
            /** Format: int32 */
            position?: number | null;
            summary?: string | null;
        };
        PostMortems_ReasonEntityPaginated: {
            data?: components["schemas"]["PostMortems_ReasonEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        PostMortems_SectionFieldEntity: {
            id?: string | null;
            name?: string | null;
            value?: string | null;
        };
        PriorityEntity: {
            /** Format: date-time */
            created_at?: string | null;
            default?: boolean | null;
            description?: string | null;
            /** Format: int32 */
            position?: number | null;
            slug?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        PublicAPI_V1_BootstrapEntity: {
            posthog_write_key?: string | null;
        };
        PublicAPI_V1_FormConfigurations_SelectedValueEntity: {
            template?: Record<string, unknown> | null;
        };
        PublicAPI_V1_Incidents_SuccinctEntity: {
            id?: string | null;
            name?: string | null;
            /** Format: int32 */
            number?: number | null;
        };
        PublicAPI_V1_Incidents_TranscriptEntity: {
            author?: components["schemas"]["AuthorEntity"] | null;
            /** Format: date-time */
            created_at?: string | null;
            id?: string | null;
            speaker?: string | null;
            /** Format: int32 */
            start?: number | null;
            /** Format: int32 */
            until?: number | null;
            /** Format: date-time */
            updated_at?: string | null;
            words?: string | null;
        };
        PublicAPI_V1_Integrations_AuthedProviderEntity: {
            authorized_email?: string | null;
            /** Format: date-time */
            created_at?: string | null;
            id?: string | null;
            integration_default?: boolean | null;
            is_expired?: boolean | null;
            /** Format: date-time */
            updated_at?: string | null;
            user?: components["schemas"]["SuccinctEntity"] | null;
        };
        PublicAPI_V1_PermissionEntity: {
            available?: boolean | null;
            category_display_name?: string | null;
            category_slug?: string | null;
            dependency_slugs?: string[] | null;
            description?: string | null;
            display_name?: string | null;
            parent_slug?: string | null;
            slug?: string | null;
        };
        PublicAPI_V1_RoleEntity: {
            built_in?: boolean | null;
            /** Format: date-time */
            created_at?: string | null;
            description?: string | null;
            id?: string | null;
            name?: string | null;
            permissions?: components["schemas"]["PublicAPI_V1_PermissionEntity"][] | null;
            read_only?: boolean | null;
            slug?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        PublicAPI_V1_SimilarIncidentEntity: {
            /** Format: float */
            distance?: number | null;
            id?: string | null;
            name?: string | null;
        };
        ReportEntity: {
            bucket_period?: string | null;
            data?: components["schemas"]["Reports_BucketEntity"][] | null;
            /** Format: date */
            end_date?: string | null;
            /** Format: date */
            start_date?: string | null;
        };
        Reports_BucketEntity: {
            bucket?: string | null;
            points?: components["schemas"]["Reports_DataPointEntity"][] | null;
        };
        Reports_DataPointEntity: {
            key?: string | null;
            /** Format: int32 */
            value?: number | null;
        };
        Retrospectives_FieldEntity: {
            help_text?: string | null;
            id?: string | null;
            is_required?: boolean | null;
            label?: string | null;
            permissible_values?: string[] | null;
            required_at_milestone_id?: string | null;
            schema?: string[] | null;
            /** @enum {string|null} */
            type?: "text" | "single_select" | "multi_select" | "numeric" | "datetime" | "dynamic_input_group" | "markdown" | "markdown_text" | null;
        };
        Retrospectives_IndexTemplateEntity: {
            /** Format: date-time */
            created_at?: string | null;
            description?: string | null;
            id?: string | null;
            is_default?: boolean | null;
            name?: string | null;
            report_elements?: components["schemas"]["Retrospectives_TemplateEntity_ReportElementEntity"][] | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        Retrospectives_IndexTemplateEntityPaginated: {
            data?: components["schemas"]["Retrospectives_IndexTemplateEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        Retrospectives_TemplateEntity: {
            description?: string | null;
            fields?: components["schemas"]["Retrospectives_FieldEntity"][] | null;
            id?: string | null;
            is_default?: boolean | null;
            name?: string | null;
            sections?: components["schemas"]["Retrospectives_TemplateEntity_IncidentSectionEntity"][] | null;
        };
        Retrospectives_TemplateEntity_IncidentSectionEntity: {
            elements?: string[] | null;
            slug?: string | null;
        };
        Retrospectives_TemplateEntity_ReportElementEntity: {
            content?: Record<string, unknown> | null;
            data?: string | null;
            field_id?: string | null;
            id?: string | null;
            label?: string | null;
            type?: string | null;
        };
        RoleEntityPaginated: {
            data?: components["schemas"]["PublicAPI_V1_RoleEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        Rules_RuleEntity: {
            logic?: Record<string, unknown> | null;
            user_data?: Record<string, unknown> | null;
        };
        RunbookEntity: {
            attachment_rule?: components["schemas"]["Rules_RuleEntity"] | null;
            auto_attach_to_restricted_incidents?: boolean | null;
            categories?: string[] | null;
            /** Format: date-time */
            created_at?: string | null;
            created_by?: components["schemas"]["AuthorEntity"] | null;
            description?: string | null;
            id?: string | null;
            is_editable?: boolean | null;
            /** Format: date-time */
            last_executed_at?: string | null;
            last_executed_for_incident?: components["schemas"]["PublicAPI_V1_Incidents_SuccinctEntity"] | null;
            name?: string | null;
            owner?: components["schemas"]["TeamEntityLite"] | null;
            runbook_template_id?: string | null;
            steps?: components["schemas"]["RunbookStepEntity"][] | null;
            summary?: string | null;
            tutorial?: boolean | null;
            type?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
            updated_by?: components["schemas"]["AuthorEntity"] | null;
            votes?: components["schemas"]["EmptyVotesEntity"] | null;
        };
        RunbookStepEntity: {
            action?: components["schemas"]["Runbooks_ActionsEntity"] | null;
            action_elements?: Record<string, unknown>[] | null;
            action_id?: string | null;
            automatic?: boolean | null;
            config?: Record<string, unknown> | null;
            delay_duration?: string | null;
            name?: string | null;
            repeats?: boolean | null;
            repeats_duration?: string | null;
            reruns?: boolean | null;
            rule?: components["schemas"]["Rules_RuleEntity"] | null;
            step_elements?: Record<string, unknown>[] | null;
            step_id?: string | null;
            votes?: components["schemas"]["EmptyVotesEntity"] | null;
        };
        Runbooks_ActionConfigEntity: {
            documentation_url?: string | null;
            elements?: components["schemas"]["Runbooks_ElementEntity"][] | null;
        };
        Runbooks_ActionsEntity: {
            automatable?: boolean | null;
            category?: string | null;
            config?: components["schemas"]["Runbooks_ActionConfigEntity"] | null;
            /** Format: date-time */
            created_at?: string | null;
            default_logic?: Record<string, unknown> | null;
            default_rule_data?: Record<string, unknown> | null;
            description?: string | null;
            id?: string | null;
            integration?: components["schemas"]["Integrations_IntegrationEntity"] | null;
            name?: string | null;
            prerequisites?: Record<string, unknown>[] | null;
            repeatable?: boolean | null;
            rerunnable?: boolean | null;
            slug?: string | null;
            supported_runbook_types?: string[] | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        Runbooks_ActionsEntityPaginated: {
            data?: components["schemas"]["Runbooks_ActionsEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        Runbooks_ElementDynamicSelectEntity: {
            async_url?: string | null;
            clearable?: boolean | null;
            is_multi?: boolean | null;
            label?: string | null;
            options?: components["schemas"]["Runbooks_ElementDynamicSelectEntity_SelectOptionEntity"][] | null;
            placeholder?: string | null;
            required?: boolean | null;
        };
        Runbooks_ElementDynamicSelectEntity_SelectOptionEntity: {
            label?: string | null;
            value?: string | null;
        };
        Runbooks_ElementEntity: {
            dynamic_select?: components["schemas"]["Runbooks_ElementDynamicSelectEntity"] | null;
            id?: string | null;
            input?: components["schemas"]["Runbooks_ElementInputEntity"] | null;
            markdown?: components["schemas"]["Runbooks_ElementMarkdownEntity"] | null;
            plain_text?: components["schemas"]["Runbooks_ElementMarkdownEntity"] | null;
            textarea?: components["schemas"]["Runbooks_ElementTextareaEntity"] | null;
            type?: string | null;
        };
        Runbooks_ElementInputEntity: {
            default_value?: string | null;
            label?: string | null;
            placeholder?: string | null;
            required?: boolean | null;
        };
        Runbooks_ElementMarkdownEntity: {
            text?: string | null;
        };
        Runbooks_ElementTextareaEntity: {
            default_value?: string | null;
            label?: string | null;
            placeholder?: string | null;
        };
        Runbooks_ExecutionEntity: {
            /** Format: date-time */
            created_at?: string | null;
            created_by?: string | null;
            executed_for?: components["schemas"]["Runbooks_ExecutionEntity_ExecutedForEntity"] | null;
            has_been_rerun?: boolean | null;
            id?: string | null;
            runbook?: components["schemas"]["SlimRunbookEntity"] | null;
            status?: string | null;
            status_reason?: string | null;
            status_reason_message?: string | null;
            steps?: components["schemas"]["Runbooks_ExecutionStepEntity"] | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        Runbooks_ExecutionEntityPaginated: {
            data?: components["schemas"]["Runbooks_ExecutionEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        Runbooks_ExecutionEntity_ExecutedForEntity: {
            id?: string | null;
            name?: string | null;
            type?: string | null;
        };
        Runbooks_ExecutionStepEntity: {
            action_slug?: string | null;
            action_type?: string | null;
            automatic?: boolean | null;
            conference_bridge?: components["schemas"]["Incidents_ConferenceBridgeEntity"] | null;
            config?: Record<string, unknown> | null;
            executable?: boolean | null;
            execution?: components["schemas"]["Runbooks_ExecutionStepExecutionEntity"] | null;
            has_been_rerun?: boolean | null;
            has_been_retried?: boolean | null;
            id?: string | null;
            integration_name?: string | null;
            integration_slug?: string | null;
            name?: string | null;
            repeatable?: boolean | null;
            repeats?: boolean | null;
            /** Format: date-time */
            repeats_at?: string | null;
            repeats_duration?: string | null;
            rule?: components["schemas"]["Rules_RuleEntity"] | null;
            step_elements?: Record<string, unknown>[] | null;
        };
        Runbooks_ExecutionStepExecutionEntity: {
            data?: Record<string, unknown> | null;
            error?: string | null;
            /** Format: date-time */
            performed_at?: string | null;
            performed_by?: components["schemas"]["ActorEntity"] | null;
            /** Format: date-time */
            scheduled_for?: string | null;
            /** @enum {string|null} */
            state?: "initial" | "pending" | "scheduled" | "started" | "dismissed" | "completed" | "errored" | null;
            webhook_delivery?: components["schemas"]["Runbooks_WebhookDeliveryEntity"] | null;
        };
        Runbooks_WebhookDeliveryEntity: {
            headers?: string | null;
            status_code?: string | null;
        };
        SavedSearchEntity: {
            /** Format: date-time */
            created_at?: string | null;
            filter_values?: {
                [key: string]: unknown;
            } | null;
            id?: string | null;
            is_private?: boolean | null;
            name?: string | null;
            resource_type?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
            user_id?: string | null;
        };
        ScheduleEntity: {
            discarded?: boolean | null;
            id?: string | null;
            integration?: string | null;
            name?: string | null;
        };
        ScheduleEntityPaginated: {
            data?: components["schemas"]["ScheduleEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        ScheduledMaintenanceEntity: {
            /** Format: date-time */
            created_at?: string | null;
            description?: string | null;
            /** Format: date-time */
            ends_at?: string | null;
            id?: string | null;
            impacts?: components["schemas"]["ScheduledMaintenancesImpactEntity"][] | null;
            incident?: components["schemas"]["IncidentEntity"] | null;
            labels?: Record<string, unknown> | null;
            name?: string | null;
            /** Format: date-time */
            starts_at?: string | null;
            status_pages?: components["schemas"]["ScheduledMaintenancesStatusPageEntity"][] | null;
            summary?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        ScheduledMaintenancesImpactEntity: {
            condition?: components["schemas"]["SeverityMatrix_ConditionEntity"] | null;
            id?: string | null;
            impact?: components["schemas"]["SuccinctEntity"] | null;
            type?: string | null;
        };
        ScheduledMaintenancesStatusPageEntity: {
            id?: string | null;
            integration_id?: string | null;
            integration_name?: string | null;
            integration_slug?: string | null;
        };
        ServiceChildDependencyEntity: {
            /** Format: date-time */
            created_at?: string | null;
            id?: string | null;
            notes?: string | null;
            service?: components["schemas"]["ServiceEntity"] | null;
            type?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        ServiceDependencyEntity: {
            connected_service?: components["schemas"]["ServiceEntity"] | null;
            /** Format: date-time */
            created_at?: string | null;
            id?: string | null;
            notes?: string | null;
            service?: components["schemas"]["ServiceEntity"] | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        ServiceEntity: {
            active_incidents?: string[] | null;
            alert_on_add?: boolean | null;
            allowed_params?: string[] | null;
            auto_add_responding_team?: boolean | null;
            checklists?: components["schemas"]["ChecklistTemplateEntity"][] | null;
            /** Format: int32 */
            completed_checks?: number | null;
            /** Format: date-time */
            created_at?: string | null;
            description?: string | null;
            environments?: components["schemas"]["EnvironmentEntryEntity"][] | null;
            external_resources?: components["schemas"]["ExternalResourceEntity"][] | null;
            functionalities?: components["schemas"]["FunctionalityEntity"][] | null;
            id?: string | null;
            labels?: {
                [key: string]: unknown;
            } | null;
            last_import?: components["schemas"]["Imports_ImportableResourceEntity"] | null;
            links?: components["schemas"]["LinksEntity"][] | null;
            managed_by?: string | null;
            managed_by_settings?: Record<string, unknown> | null;
            name?: string | null;
            owner?: components["schemas"]["TeamEntityLite"] | null;
            /** Format: date-time */
            service_checklist_updated_at?: string | null;
            /** Format: int32 */
            service_tier?: number | null;
            slug?: string | null;
            teams?: components["schemas"]["TeamEntityLite"][] | null;
            /** Format: date-time */
            updated_at?: string | null;
            updated_by?: components["schemas"]["AuthorEntity"] | null;
        };
        ServiceEntityChecklist: {
            alert_on_add?: boolean | null;
            allowed_params?: string[] | null;
            auto_add_responding_team?: boolean | null;
            /** Format: int32 */
            completed_checks?: number | null;
            /** Format: date-time */
            created_at?: string | null;
            description?: string | null;
            id?: string | null;
            labels?: {
                [key: string]: unknown;
            } | null;
            name?: string | null;
            owner?: components["schemas"]["TeamEntityLite"] | null;
            /** Format: date-time */
            service_checklist_updated_at?: string | null;
            /** Format: int32 */
            service_tier?: number | null;
            slug?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        ServiceEntityLite: {
            alert_on_add?: boolean | null;
            allowed_params?: string[] | null;
            auto_add_responding_team?: boolean | null;
            /** Format: date-time */
            created_at?: string | null;
            description?: string | null;
            id?: string | null;
            labels?: {
                [key: string]: unknown;
            } | null;
            name?: string | null;
            /** Format: int32 */
            service_tier?: number | null;
            slug?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        ServiceEntityLitePaginated: {
            data?: components["schemas"]["ServiceEntityLite"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        ServiceEntityPaginated: {
            data?: components["schemas"]["ServiceEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        ServiceLinkEntity: {
            service?: components["schemas"]["ServiceEntity"] | null;
            /** Format: int32 */
            status_code?: number | null;
        };
        ServiceParentDependencyEntity: {
            /** Format: date-time */
            created_at?: string | null;
            id?: string | null;
            notes?: string | null;
            service?: components["schemas"]["ServiceEntity"] | null;
            type?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        ServiceWithAllDependenciesEntity: {
            child_service_dependencies?: components["schemas"]["ServiceChildDependencyEntity"][] | null;
            parent_service_dependencies?: components["schemas"]["ServiceParentDependencyEntity"][] | null;
            service_dependencies?: Record<string, unknown>[] | null;
        };
        SeverityEntity: {
            allowed_role_ids?: string[] | null;
            color?: string | null;
            /** Format: date-time */
            created_at?: string | null;
            description?: string | null;
            /** Format: int32 */
            position?: number | null;
            slug?: string | null;
            system_record?: boolean | null;
            type?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        SeverityEntityPaginated: {
            data?: components["schemas"]["SeverityEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        SeverityMatrix_ConditionEntity: {
            id?: string | null;
            name?: string | null;
            /** Format: int32 */
            position?: number | null;
        };
        SeverityMatrix_ImpactEntity: {
            affects_id?: string | null;
            id?: string | null;
            name?: string | null;
            /** Format: int32 */
            position?: number | null;
            type?: string | null;
        };
        SeverityMatrix_ItemEntity: {
            condition_id?: string | null;
            impact_id?: string | null;
            impact_type?: string | null;
            severity?: string | null;
        };
        SeverityMatrix_SeverityMatrixEntity: {
            conditions?: components["schemas"]["SeverityMatrix_ConditionEntity"][] | null;
            impacts?: components["schemas"]["SeverityMatrix_ImpactEntity"][] | null;
            matrix?: components["schemas"]["SeverityMatrix_ItemEntity"][] | null;
        };
        Signals_API_Analytics_GroupedMetricsEntity: {
            data?: components["schemas"]["Signals_API_Analytics_GroupedMetricsEntity_MetricEntity"] | null;
        };
        Signals_API_Analytics_GroupedMetricsEntity_MetricEntity: {
            /** Format: float */
            acked_percentage?: number | null;
            /** Format: int32 */
            grouped_id?: number | null;
            grouped_name?: string | null;
            /** Format: float */
            incidents_percentage?: number | null;
            /** Format: int32 */
            total_acked_alerts?: number | null;
            /** Format: int32 */
            total_incidents?: number | null;
            /** Format: int32 */
            total_opened_alerts?: number | null;
        };
        Signals_API_Analytics_MttxMetricsEntity: {
            data?: components["schemas"]["Signals_API_Analytics_MttxMetricsEntity_MetricEntity"] | null;
        };
        Signals_API_Analytics_MttxMetricsEntity_MetricEntity: {
            /** Format: float */
            mtta?: number | null;
            /** Format: float */
            mttr?: number | null;
        };
        Signals_API_Analytics_NoiseMetricsEntity: {
            data?: components["schemas"]["Signals_API_Analytics_NoiseMetricsEntity_MetricEntity"] | null;
        };
        Signals_API_Analytics_NoiseMetricsEntity_MetricEntity: {
            bucket?: string | null;
            /** Format: int32 */
            noisy_alerts?: number | null;
            /** Format: float */
            percentage?: number | null;
            /** Format: int32 */
            total_alerts?: number | null;
        };
        Signals_API_Analytics_TimeseriesPointEntity: {
            data?: components["schemas"]["Signals_API_Analytics_TimeseriesPointEntity_MetricEntity"] | null;
        };
        Signals_API_Analytics_TimeseriesPointEntity_MetricEntity: {
            bucket?: string | null;
            /** Format: int32 */
            total_acked_alerts?: number | null;
            /** Format: int32 */
            total_incidents?: number | null;
            /** Format: int32 */
            total_opened_alerts?: number | null;
        };
        Signals_API_CallRouteEntity: {
            /** @enum {string|null} */
            connect_mode?: "CONNECT_MODE_CONFERENCE" | "CONNECT_MODE_DIRECT_DIAL" | null;
            description?: string | null;
            greeting_message?: string | null;
            id?: string | null;
            name?: string | null;
            phone_number?: string | null;
            /** @enum {string|null} */
            routing_mode?: "ROUTING_MODE_TAKE_MESSAGE" | "ROUTING_MODE_DIRECT_CONNECT" | null;
            steps?: components["schemas"]["Signals_API_CallRouteStepEntity"] | null;
            target?: components["schemas"]["Signals_API_TargetEntity"] | null;
        };
        Signals_API_CallRouteEntityPaginated: {
            data?: components["schemas"]["Signals_API_CallRouteEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        Signals_API_CallRouteStepEntity: {
            on_call_rotation?: components["schemas"]["SuccinctEntity"] | null;
            /** Format: int32 */
            position?: number | null;
            target?: components["schemas"]["Signals_API_TargetEntity"] | null;
            timeout?: string | null;
        };
        Signals_API_DestinationEntity: {
            id?: string | null;
            label?: string | null;
            type?: string | null;
            value?: string | null;
        };
        Signals_API_EmailTargetEntity: {
            allowed_senders?: string[] | null;
            /** Format: date-time */
            created_at?: string | null;
            created_by?: components["schemas"]["AuthorEntity"] | null;
            description?: string | null;
            email?: string | null;
            id?: string | null;
            level_cel?: string | null;
            name?: string | null;
            rule_matching_strategy?: string | null;
            rules?: string[] | null;
            slug?: string | null;
            status_cel?: string | null;
            target?: components["schemas"]["Signals_API_TargetEntity"] | null;
            team_id?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        Signals_API_EmailTargetEntityPaginated: {
            data?: components["schemas"]["Signals_API_EmailTargetEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        Signals_API_EscalationPolicyEntity: {
            /** Format: date-time */
            created_at?: string | null;
            created_by?: components["schemas"]["AuthorEntity"] | null;
            default?: boolean | null;
            description?: string | null;
            handoff_step?: components["schemas"]["Signals_API_EscalationPolicyHandoffStepEntity"] | null;
            id?: string | null;
            name?: string | null;
            notification_priority_policies?: components["schemas"]["Signals_API_NotificationPriorityPolicyEntity"][] | null;
            /** Format: int32 */
            repetitions?: number | null;
            step_strategy?: string | null;
            steps?: components["schemas"]["Signals_API_EscalationPolicyStepEntity"][] | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        Signals_API_EscalationPolicyEntityPaginated: {
            data?: components["schemas"]["Signals_API_EscalationPolicyEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        Signals_API_EscalationPolicyHandoffStepEntity: {
            id?: string | null;
            target?: components["schemas"]["Signals_API_TargetEntity"] | null;
        };
        Signals_API_EscalationPolicyStepEntity: {
            /** @enum {string|null} */
            distribution_type?: "unspecified" | "round_robin_by_alert" | "round_robin_by_escalation_policy" | null;
            id?: string | null;
            next_target_for_round_robin?: components["schemas"]["Signals_API_TargetEntity"] | null;
            /** Format: int32 */
            parent_position?: number | null;
            /** Format: int32 */
            position?: number | null;
            priorities?: string[] | null;
            targets?: components["schemas"]["Signals_API_TargetEntity"][] | null;
            timeout?: string | null;
        };
        Signals_API_GroupingEntity: {
            action?: components["schemas"]["Signals_API_GroupingEntity_ActionEntity"] | null;
            id?: string | null;
            reference_alert_time_period?: string | null;
            strategy?: components["schemas"]["Signals_API_GroupingEntity_StrategyEntity"] | null;
        };
        Signals_API_GroupingEntityPaginated: {
            data?: components["schemas"]["Signals_API_GroupingEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        Signals_API_GroupingEntity_ActionEntity: {
            fyi?: components["schemas"]["Signals_API_GroupingEntity_ActionEntity_FyiEntity"] | null;
            link?: boolean | null;
        };
        Signals_API_GroupingEntity_ActionEntity_FyiEntity: {
            slack_channels?: components["schemas"]["Integrations_Slack_SlackChannelEntity"][] | null;
        };
        Signals_API_GroupingEntity_StrategyEntity: {
            substring?: components["schemas"]["Signals_API_GroupingEntity_StrategyEntity_SubstringEntity"] | null;
        };
        Signals_API_GroupingEntity_StrategyEntity_SubstringEntity: {
            field_name?: string | null;
            match_type?: string | null;
            value?: string | null;
            values?: string[] | null;
        };
        Signals_API_HackerModeEntity: {
            enabled?: boolean | null;
            url?: string | null;
            url_key?: string | null;
        };
        Signals_API_IngestKeyEntity: {
            url?: string | null;
        };
        Signals_API_NotificationPolicyItemComplianceEntity: {
            is_compliant?: boolean | null;
            notification_policy_item_id?: string | null;
        };
        Signals_API_NotificationPolicyItemEntity: {
            /** Format: date-time */
            created_at?: string | null;
            id?: string | null;
            max_delay?: string | null;
            /** @enum {string|null} */
            notification_group_method?: "any" | "push" | "email" | "voice" | "mobile_text" | "chat" | null;
            /** @enum {string|null} */
            priority?: "HIGH" | "MEDIUM" | "LOW" | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        Signals_API_NotificationPolicyItemEntityPaginated: {
            data?: components["schemas"]["Signals_API_NotificationPolicyItemEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        Signals_API_NotificationPriorityPolicyEntity: {
            handoff_step?: components["schemas"]["Signals_API_EscalationPolicyHandoffStepEntity"] | null;
            notification_priority?: string | null;
            /** Format: int32 */
            repetitions?: number | null;
            steps?: components["schemas"]["Signals_API_EscalationPolicyStepEntity"][] | null;
        };
        Signals_API_OnCallRestrictionEntity: {
            end_day?: string | null;
            end_time?: string | null;
            start_day?: string | null;
            start_time?: string | null;
        };
        Signals_API_OnCallRotationEntity: {
            color?: string | null;
            coverage_gap_notification_interval?: string | null;
            /** Format: date-time */
            created_at?: string | null;
            created_by?: components["schemas"]["AuthorEntity"] | null;
            description?: string | null;
            enable_slack_channel_notifications?: boolean | null;
            id?: string | null;
            members?: components["schemas"]["SuccinctEntity"][] | null;
            name?: string | null;
            prevent_shift_deletion?: boolean | null;
            restrictions?: components["schemas"]["Signals_API_OnCallRestrictionEntity"][] | null;
            shifts?: components["schemas"]["Signals_API_OnCallShiftEntity"][] | null;
            slack_user_group_id?: string | null;
            strategy?: components["schemas"]["Signals_API_OnCallStrategyEntity"] | null;
            team?: components["schemas"]["SuccinctEntity"] | null;
            time_zone?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        Signals_API_OnCallScheduleEntity: {
            color?: string | null;
            /** Format: date-time */
            created_at?: string | null;
            created_by?: components["schemas"]["AuthorEntity"] | null;
            description?: string | null;
            id?: string | null;
            members?: components["schemas"]["SuccinctEntity"][] | null;
            name?: string | null;
            restrictions?: components["schemas"]["Signals_API_OnCallRestrictionEntity"][] | null;
            rotations?: components["schemas"]["Signals_API_OnCallRotationEntity"][] | null;
            shifts?: components["schemas"]["Signals_API_OnCallShiftEntity"][] | null;
            signals_ical_url?: string | null;
            slack_user_group_id?: string | null;
            strategy?: components["schemas"]["Signals_API_OnCallStrategyEntity"] | null;
            team?: components["schemas"]["SuccinctEntity"] | null;
            time_zone?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        Signals_API_OnCallScheduleEntityPaginated: {
            data?: components["schemas"]["Signals_API_OnCallScheduleEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        Signals_API_OnCallSchedulePreviewEntity: {
            name?: string | null;
            rotations?: components["schemas"]["Signals_API_OnCallSchedulePreviewEntity_RotationPreviewEntity"][] | null;
        };
        Signals_API_OnCallSchedulePreviewEntity_RotationPreviewEntity: {
            color?: string | null;
            name?: string | null;
            shifts?: components["schemas"]["Signals_API_OnCallSchedulePreviewEntity_ShiftPreviewEntity"][] | null;
        };
        Signals_API_OnCallSchedulePreviewEntity_ShiftPreviewEntity: {
            /** Format: date-time */
            end_time?: string | null;
            /** Format: date-time */
            start_time?: string | null;
            user?: components["schemas"]["SuccinctEntity"] | null;
        };
        Signals_API_OnCallShiftEntity: {
            color?: string | null;
            coverage_request?: string | null;
            /** Format: date-time */
            end_time?: string | null;
            id?: string | null;
            on_call_rotation?: components["schemas"]["SuccinctEntity"] | null;
            on_call_schedule?: components["schemas"]["SuccinctEntity"] | null;
            /** Format: date-time */
            start_time?: string | null;
            team?: components["schemas"]["SuccinctEntity"] | null;
            time_zone?: string | null;
            user?: components["schemas"]["SuccinctEntity"] | null;
        };
        Signals_API_OnCallStrategyEntity: {
            handoff_day?: string | null;
            handoff_time?: string | null;
            shift_duration?: string | null;
            type?: string | null;
        };
        Signals_API_OrganizationOnCallRotationEntity: {
            /** Format: date-time */
            created_at?: string | null;
            created_by?: components["schemas"]["AuthorEntity"] | null;
            current_shift?: components["schemas"]["Signals_API_OnCallShiftEntity"] | null;
            description?: string | null;
            id?: string | null;
            name?: string | null;
            next_shift?: components["schemas"]["Signals_API_OnCallShiftEntity"] | null;
            time_zone?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        Signals_API_OrganizationOnCallScheduleEntity: {
            /** Format: date-time */
            created_at?: string | null;
            created_by?: components["schemas"]["AuthorEntity"] | null;
            current_shift?: components["schemas"]["Signals_API_OnCallShiftEntity"] | null;
            description?: string | null;
            id?: string | null;
            name?: string | null;
            next_shift?: components["schemas"]["Signals_API_OnCallShiftEntity"] | null;
            rotations?: components["schemas"]["Signals_API_OrganizationOnCallRotationEntity"][] | null;
            team?: components["schemas"]["SuccinctEntity"] | null;
            time_zone?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        Signals_API_OrganizationOnCallScheduleEntityPaginated: {
            data?: components["schemas"]["Signals_API_OrganizationOnCallScheduleEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        Signals_API_RuleEntity: {
            /** @enum {string|null} */
            create_incident_condition_when?: "WHEN_UNSPECIFIED" | "WHEN_ALWAYS" | null;
            /** Format: date-time */
            created_at?: string | null;
            created_by?: components["schemas"]["AuthorEntity"] | null;
            deduplication_expiry?: string | null;
            expression?: string | null;
            id?: string | null;
            incident_type?: components["schemas"]["SuccinctEntity"] | null;
            name?: string | null;
            /** @enum {string|null} */
            notification_priority_override?: "HIGH" | "MEDIUM" | "LOW" | "" | null;
            target?: components["schemas"]["Signals_API_TargetEntity"] | null;
            team_id?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        Signals_API_RuleEntityPaginated: {
            data?: components["schemas"]["Signals_API_RuleEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        Signals_API_TargetEntity: {
            id?: string | null;
            is_pageable?: boolean | null;
            name?: string | null;
            team_id?: string | null;
            type?: string | null;
        };
        Signals_API_TransposerEntity: {
            created_by?: components["schemas"]["AuthorEntity"] | null;
            description?: string | null;
            editable?: boolean | null;
            example_payload?: Record<string, unknown> | null;
            expected?: string | null;
            expression?: string | null;
            ingest_url?: string | null;
            name?: string | null;
            slug?: string | null;
            tags?: string[] | null;
            updated_by?: components["schemas"]["AuthorEntity"] | null;
            website?: string | null;
        };
        Signals_API_TransposerListEntity: {
            data?: components["schemas"]["Signals_API_TransposerEntity"][] | null;
        };
        Signals_API_UserNotificationSettingEntity: {
            delay?: string | null;
            destination?: components["schemas"]["Signals_API_DestinationEntity"] | null;
            id?: string | null;
            notification_priority?: string | null;
            notification_type?: string | null;
        };
        Signals_API_UserNotificationSettingEntityPaginated: {
            data?: components["schemas"]["Signals_API_UserNotificationSettingEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        Signals_API_WebhookTargetEntity: {
            /** Format: date-time */
            created_at?: string | null;
            created_by?: components["schemas"]["AuthorEntity"] | null;
            description?: string | null;
            id?: string | null;
            name?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
            url?: string | null;
        };
        Signals_API_WebhookTargetEntityPaginated: {
            data?: components["schemas"]["Signals_API_WebhookTargetEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        SimilarIncidentEntityPaginated: {
            data?: components["schemas"]["PublicAPI_V1_SimilarIncidentEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        SlimRunbookEntity: {
            attachment_rule?: components["schemas"]["Rules_RuleEntity"] | null;
            categories?: string[] | null;
            /** Format: date-time */
            created_at?: string | null;
            description?: string | null;
            id?: string | null;
            /** Format: date-time */
            last_executed_at?: string | null;
            last_executed_for_incident?: components["schemas"]["PublicAPI_V1_Incidents_SuccinctEntity"] | null;
            name?: string | null;
            owner?: components["schemas"]["TeamEntityLite"] | null;
            summary?: string | null;
            type?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        SlimRunbookEntityPaginated: {
            data?: components["schemas"]["SlimRunbookEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        StatusUpdateTemplateEntity: {
            body?: string | null;
            /** Format: date-time */
            created_at?: string | null;
            /** Format: date-time */
            discarded_at?: string | null;
            id?: string | null;
            name?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        SuccinctEntity: {
            id?: string | null;
            name?: string | null;
        };
        TagEntity: {
            name?: string | null;
        };
        TagEntityPaginated: {
            data?: components["schemas"]["TagEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        TaskEntity: {
            assignee?: components["schemas"]["AuthorEntity"] | null;
            /** Format: date-time */
            created_at?: string | null;
            created_by?: components["schemas"]["AuthorEntity"] | null;
            description?: string | null;
            /** Format: date-time */
            due_at?: string | null;
            id?: string | null;
            state?: string | null;
            title?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        TaskEntityPaginated: {
            data?: components["schemas"]["TaskEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        TaskListEntity: {
            /** Format: date-time */
            created_at?: string | null;
            created_by?: components["schemas"]["AuthorEntity"] | null;
            description?: string | null;
            id?: string | null;
            name?: string | null;
            task_list_items?: components["schemas"]["TaskListItemEntity"][] | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        TaskListItemEntity: {
            description?: string | null;
            summary?: string | null;
        };
        TeamEntity: {
            /** Format: date-time */
            created_at?: string | null;
            created_by?: components["schemas"]["AuthorEntity"] | null;
            default_signals_escalation_policy?: components["schemas"]["SuccinctEntity"] | null;
            description?: string | null;
            functionalities?: components["schemas"]["FunctionalityEntityLite"][] | null;
            id?: string | null;
            in_support_hours?: boolean | null;
            memberships?: components["schemas"]["MembershipEntity"][] | null;
            ms_teams_channel?: components["schemas"]["Integrations_MicrosoftTeamsV2_ChannelEntity"] | null;
            name?: string | null;
            owned_checklist_templates?: components["schemas"]["ChecklistTemplateEntity"][] | null;
            owned_functionalities?: components["schemas"]["FunctionalityEntityLite"][] | null;
            owned_runbooks?: components["schemas"]["SlimRunbookEntity"][] | null;
            owned_services?: components["schemas"]["ServiceEntityLite"][] | null;
            responding_services?: components["schemas"]["ServiceEntityLite"][] | null;
            restrict_signals_resource_management?: boolean | null;
            services?: components["schemas"]["ServiceEntityLite"][] | null;
            signals_ical_url?: string | null;
            slack_channel?: components["schemas"]["Integrations_Slack_SlackChannelEntity"] | null;
            slug?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        TeamEntityLite: {
            /** Format: date-time */
            created_at?: string | null;
            created_by?: components["schemas"]["AuthorEntity"] | null;
            description?: string | null;
            id?: string | null;
            in_support_hours?: boolean | null;
            name?: string | null;
            restrict_signals_resource_management?: boolean | null;
            signals_ical_url?: string | null;
            slug?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        TeamEntityPaginated: {
            data?: components["schemas"]["TeamEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        Ticketing_CustomFields_FieldValue: {
            description?: string | null;
            display_name?: string | null;
            field_id?: string | null;
            field_type?: string | null;
            name?: string | null;
            permissible_values?: string[] | null;
            slug?: string | null;
            value?: string | null;
            value_array?: string[] | null;
            value_string?: string | null;
            value_type?: string | null;
        };
        Ticketing_FieldMaps_MappableFieldEntity: {
            allowed_values?: string[] | null;
            label?: string | null;
            required?: string | null;
            supported?: boolean | null;
            type?: string | null;
            value?: string | null;
        };
        Ticketing_PriorityEntity: {
            /** Format: date-time */
            created_at?: string | null;
            id?: string | null;
            name?: string | null;
            /** Format: int32 */
            position?: number | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        Ticketing_ProjectConfigEntity: {
            connection_id?: string | null;
            connection_type?: string | null;
            details?: Record<string, unknown> | null;
            id?: string | null;
            ticketing_project_id?: string | null;
            ticketing_project_name?: string | null;
        };
        Ticketing_ProjectFieldMapBodyEntity: {
            cases?: components["schemas"]["Ticketing_ProjectFieldMapCasesEntity"][] | null;
            else?: components["schemas"]["Ticketing_ProjectFieldMapCasesElseEntity"] | null;
            external_field?: string | null;
            external_value?: components["schemas"]["Ticketing_ProjectFieldMapExternalValueEntity"] | null;
            /** @enum {string|null} */
            strategy?: "basic" | "logic" | null;
            user_data?: Record<string, unknown> | null;
        };
        Ticketing_ProjectFieldMapCasesElseEntity: {
            external_value?: components["schemas"]["Ticketing_ProjectFieldMapExternalValueEntity"] | null;
        };
        Ticketing_ProjectFieldMapCasesEntity: {
            external_value?: components["schemas"]["Ticketing_ProjectFieldMapExternalValueEntity"] | null;
            logic?: Record<string, unknown> | null;
        };
        Ticketing_ProjectFieldMapEntity: {
            body?: components["schemas"]["Ticketing_ProjectFieldMapBodyEntity"][] | null;
            connection_id?: string | null;
            connection_type?: string | null;
            id?: string | null;
            ticketing_project_id?: string | null;
        };
        Ticketing_ProjectFieldMapExternalValueEntity: {
            attribute?: string | null;
            presentation?: string | null;
            /** @enum {string|null} */
            type?: "literal" | "fh-attribute" | "fh-type" | null;
            value?: string | null;
        };
        Ticketing_ProjectInboundFieldMapEntity: {
            connection_id?: string | null;
            connection_type?: string | null;
            external_field_name?: string | null;
            id?: string | null;
            internal_field_name?: string | null;
            /** @enum {string|null} */
            ticket_type?: "incident" | "task" | "follow_up" | null;
            ticketing_project_id?: string | null;
        };
        Ticketing_ProjectInboundMappableFieldEntity: {
            label?: string | null;
            value?: string | null;
        };
        Ticketing_Projects_ProjectListItemEntity: {
            config?: components["schemas"]["Ticketing_ProjectConfigEntity"] | null;
            connection_slug?: string | null;
            field_map?: components["schemas"]["Ticketing_ProjectFieldMapEntity"] | null;
            id?: string | null;
            name?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        Ticketing_TicketEntity: {
            assignees?: components["schemas"]["AuthorEntity"][] | null;
            attachments?: Record<string, unknown>[] | null;
            /** Format: date-time */
            created_at?: string | null;
            created_by?: components["schemas"]["AuthorEntity"] | null;
            description?: string | null;
            /** Format: date-time */
            due_at?: string | null;
            id?: string | null;
            incident_current_milestone?: string | null;
            incident_id?: string | null;
            incident_name?: string | null;
            link?: components["schemas"]["Attachments_LinkEntity"] | null;
            priority?: components["schemas"]["Ticketing_PriorityEntity"] | null;
            /** @enum {string|null} */
            state?: "open" | "in_progress" | "cancelled" | "done" | null;
            summary?: string | null;
            sync_error_message?: string | null;
            tag_list?: string[] | null;
            task_id?: string | null;
            ticketing_custom_fields?: components["schemas"]["Ticketing_CustomFields_FieldValue"][] | null;
            /** @enum {string|null} */
            type?: "incident" | "task" | "follow_up" | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        Ticketing_TicketFormConfigurationEntity: {
            fields?: string | null;
        };
        UserEntity: {
            /** Format: date-time */
            created_at?: string | null;
            email?: string | null;
            id?: string | null;
            name?: string | null;
            role?: string | null;
            signals_enabled_notification_types?: string[] | null;
            signals_notification_policy_compliance?: components["schemas"]["Signals_API_NotificationPolicyItemComplianceEntity"][] | null;
            "slack_linked?"?: boolean | null;
            slack_user_id?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        UserEntityPaginated: {
            data?: components["schemas"]["UserEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        VotesEntity: {
            disliked?: boolean | null;
            /** Format: int32 */
            dislikes?: number | null;
            liked?: boolean | null;
            /** Format: int32 */
            likes?: number | null;
            voted?: boolean | null;
        };
        Webhooks_Entities_DeliveryEntity: {
            /** Format: int32 */
            attempts?: number | null;
            /** Format: date-time */
            created_at?: string | null;
            /** Format: int32 */
            duration?: number | null;
            error?: string | null;
            /** Format: date-time */
            expires_after?: string | null;
            headers?: Record<string, unknown> | null;
            id?: string | null;
            /** Format: int32 */
            status_code?: number | null;
        };
        Webhooks_Entities_DeliveryEntityPaginated: {
            data?: components["schemas"]["Webhooks_Entities_DeliveryEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        Webhooks_Entities_WebhookEntity: {
            /** Format: date-time */
            created_at?: string | null;
            created_by?: components["schemas"]["AuthorEntity"] | null;
            id?: string | null;
            state?: string | null;
            subscriptions?: string | null;
            /** Format: date-time */
            updated_at?: string | null;
            url?: string | null;
        };
        Webhooks_Entities_WebhookEntityPaginated: {
            data?: components["schemas"]["Webhooks_Entities_WebhookEntity"][] | null;
            pagination?: components["schemas"]["PaginationEntity"] | null;
        };
        bulk_update_incident_milestones: {
            /** @enum {string|null} */
            bulk?: "true" | null;
            milestones: {
                /** Format: date-time */
                occurred_at: string;
                remove?: boolean | null;
                type: string;
            }[];
        };
        convert_incident_task: {
            description?: string | null;
            project_id?: string | null;
            state?: string | null;
            summary?: string | null;
            tag_list?: string[] | null;
        };
        copy_on_call_schedule_rotation: {
            name?: string | null;
            target_schedule_id: string;
        };
        create_audience: {
            /** @default false */
            default?: boolean | null;
            description: string;
            details?: {
                prompt: string;
                question: string;
                slug?: string | null;
            }[] | null;
            name: string;
            settings?: {
                alerts: boolean;
                communications: boolean;
                current_milestone: boolean;
                custom_fields: boolean;
                customer_impact_summary: boolean;
                description: boolean;
                high_value_events: {
                    add_task_list: boolean;
                    bulk_milestone_update: boolean;
                    external_link: boolean;
                    handoff: boolean;
                    impact_update: boolean;
                    incident_status: boolean;
                };
                id: boolean;
                medium_value_events: {
                    change_type: boolean;
                    child_changed: boolean;
                    new_related_change_event: boolean;
                    parent_changed: boolean;
                    runbook_step_execution_update: boolean;
                };
                name: boolean;
                responders: boolean;
                services: boolean;
                severity: boolean;
                started_at: boolean;
                status: boolean;
                timeline: boolean;
                work_items: boolean;
            } | null;
        };
        create_change: {
            description?: string | null;
            labels?: {
                [key: string]: string;
            } | null;
            summary?: string | null;
        };
        create_change_event: {
            attachments?: {
                /** @enum {string} */
                type: "link";
            }[] | null;
            authors?: {
                name: string;
                source: string;
                source_id: string;
            }[] | null;
            change_identities?: {
                type: string;
                value: string;
            }[] | null;
            changes?: string[] | null;
            description?: string | null;
            /** Format: date-time */
            ends_at?: string | null;
            environments?: string[] | null;
            external_id?: string | null;
            labels?: {
                [key: string]: string;
            } | null;
            services?: string[] | null;
            /** Format: date-time */
            starts_at?: string | null;
            summary: string;
        };
        create_change_identity: {
            type: string;
            value: string;
        };
        create_checklist_template: {
            checks: {
                description?: string | null;
                name: string;
            }[];
            connected_services?: {
                id: string;
            }[] | null;
            description?: string | null;
            name: string;
            team_id?: string | null;
        };
        create_comment: {
            body: string;
        };
        create_comment_reaction: {
            reaction: string;
        };
        create_custom_field_definition: {
            description?: string | null;
            display_name: string;
            field_type: string;
            permissible_values?: string[] | null;
            required?: boolean | null;
            required_at_milestone_id?: string | null;
        };
        create_environment: {
            description?: string | null;
            functionalities?: {
                id: string;
            }[] | null;
            name: string;
            services?: {
                id: string;
            }[] | null;
        };
        create_functionality: {
            alert_on_add?: boolean | null;
            auto_add_responding_team?: boolean | null;
            description?: string | null;
            environments?: {
                id: string;
            }[] | null;
            external_resources?: {
                connection_type?: string | null;
                remote_id: string;
            }[] | null;
            labels?: {
                [key: string]: string;
            } | null;
            links?: {
                href_url: string;
                icon_url?: string | null;
                name: string;
            }[] | null;
            name: string;
            owner?: {
                id: string;
            } | null;
            /**
             * Format: int32
             * @enum {integer|null}
             */
            service_tier?: 0 | 1 | 2 | 3 | 4 | 5 | null;
            services?: {
                id: string;
            }[] | null;
            teams?: {
                id: string;
            }[] | null;
        };
        create_incident: {
            alert_ids?: string[] | null;
            custom_fields?: {
                field_id: string;
                value_array?: string[] | null;
                value_string?: string | null;
            }[] | null;
            customer_impact_summary?: string | null;
            description?: string | null;
            external_links?: string | null;
            impacts?: {
                condition_id: string;
                id: string;
                type: string;
            }[] | null;
            incident_type_id?: string | null;
            labels?: Record<string, unknown> | null;
            milestones?: {
                /** Format: date-time */
                occurred_at: string;
                type: string;
            }[] | null;
            name: string;
            priority?: string | null;
            restricted?: boolean | null;
            runbook_ids?: string[] | null;
            severity?: string | null;
            severity_condition_id?: string | null;
            severity_impact_id?: string | null;
            /** @default false */
            skip_incident_type_values?: boolean | null;
            summary?: string | null;
            tag_list?: string[] | null;
            team_ids?: string[] | null;
        };
        create_incident_change_event: {
            change_event_id: string;
            /** @enum {string} */
            type: "caused" | "fixed" | "suspect" | "dismissed";
            why?: string | null;
        };
        create_incident_chat_message: {
            body: string;
            /** Format: date-time */
            occurred_at?: string | null;
            /** @enum {string|null} */
            vote_direction?: "up" | "down" | null;
        };
        create_incident_impact: {
            condition_id?: string | null;
            id: string;
        };
        create_incident_link: {
            display_text?: string | null;
            href: string;
            icon_url?: string | null;
        };
        create_incident_note: {
            body: string;
            /** Format: date-time */
            occurred_at?: string | null;
            status_pages?: {
                id: string;
                integration_slug: string;
            }[] | null;
            /**
             * @default private_to_org
             * @enum {string|null}
             */
            visibility?: "private_to_org" | "open_to_public" | "internal_status_page" | null;
        };
        create_incident_role: {
            description?: string | null;
            name: string;
            summary: string;
        };
        create_incident_role_assignment: {
            incident_role_id: string;
            user_id: string;
        };
        create_incident_status_page: {
            integration_id: string;
            integration_slug: string;
            title?: string | null;
        };
        create_incident_task: {
            assignee_id?: string | null;
            description?: string | null;
            due_at?: string | null;
            state?: string | null;
            title: string;
        };
        create_incident_task_list: {
            assignee_id?: string | null;
            task_list_id: string;
        };
        create_incident_team_assignment: {
            team_id: string;
        };
        create_incident_type: {
            description?: string | null;
            name: string;
            template: {
                customer_impact_summary?: string | null;
                description?: string | null;
                impacts?: {
                    condition_id: string;
                    id: string;
                }[] | null;
                labels?: {
                    [key: string]: string;
                } | null;
                priority?: string | null;
                private_incident?: boolean | null;
                runbook_ids?: string[] | null;
                severity?: string | null;
                tag_list?: string[] | null;
                team_ids?: string[] | null;
            };
        };
        create_nunc_subscription: {
            email: string;
        };
        create_on_call_schedule_rotation: {
            color?: string | null;
            coverage_gap_notification_interval?: string | null;
            description?: string | null;
            enable_slack_channel_notifications?: boolean | null;
            members?: {
                user_id?: string | null;
            }[] | null;
            name: string;
            prevent_shift_deletion?: boolean | null;
            restrictions?: {
                /** @enum {string} */
                end_day: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
                end_time: string;
                /** @enum {string} */
                start_day: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
                start_time: string;
            }[] | null;
            slack_user_group_id?: string | null;
            start_time?: string | null;
            strategy: {
                /** @enum {string|null} */
                handoff_day?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday" | null;
                handoff_time?: string | null;
                shift_duration?: string | null;
                /** @enum {string} */
                type: "daily" | "weekly" | "custom";
            };
            time_zone: string;
        };
        create_on_call_shift: {
            /** Format: date-time */
            end_time: string;
            rotation_id?: string | null;
            /** Format: date-time */
            start_time: string;
            user_id?: string | null;
        };
        create_post_mortem_reason: {
            summary: string;
        };
        create_post_mortem_report: {
            incident_id: string;
        };
        create_priority: {
            default?: boolean | null;
            description?: string | null;
            slug: string;
        };
        create_role: {
            description?: string | null;
            name: string;
            permissions?: ("create_alerts" | "respond_to_alerts" | "read_alerts" | "manage_alert_grouping" | "read_alert_grouping" | "manage_alert_rules" | "read_alert_rules" | "manage_call_routes" | "read_call_routes" | "manage_escalation_policies" | "read_escalation_policies" | "manage_event_sources" | "read_event_sources" | "manage_on_call_schedules" | "read_on_call_schedules" | "manage_on_call_shifts" | "claim_on_call_shifts" | "read_signals_pii" | "manage_organization_notification_policies" | "read_notification_policy_compliance" | "manage_webhook_targets" | "read_webhook_targets" | "read_analytics" | "manage_api_keys" | "read_api_keys" | "manage_audiences" | "read_audiences" | "read_audit_events" | "manage_change_events" | "read_change_events" | "manage_incidents" | "create_incidents" | "read_incidents" | "update_incidents" | "manage_incident_settings" | "read_incident_settings" | "manage_integrations" | "read_integrations" | "manage_private_incidents" | "manage_organization_secrets" | "read_organization_secrets" | "manage_organization_settings" | "read_organization_settings" | "manage_roles" | "read_roles" | "manage_runbooks" | "read_runbooks" | "manage_service_catalog" | "read_service_catalog" | "manage_status_templates" | "read_status_templates" | "manage_status_page_updates" | "manage_support_hours" | "read_support_hours" | "manage_teams" | "read_teams" | "manage_users" | "read_users" | "manage_webhooks" | "read_webhooks")[] | null;
            slug?: string | null;
        };
        create_runbook: {
            attachment_rule?: {
                logic: unknown;
                user_data?: unknown;
            } | null;
            auto_attach_to_restricted_incidents?: boolean | null;
            description?: string | null;
            name: string;
            owner?: {
                id: string;
            } | null;
            steps?: {
                action_id: string;
                name: string;
                rule?: {
                    logic: unknown;
                    user_data?: unknown;
                } | null;
                automatic?: boolean | null;
                config?: Record<string, unknown> | null;
                repeats?: boolean | null;
                repeats_duration?: string | null;
            }[] | null;
            summary?: string | null;
            tutorial?: boolean | null;
            /** @enum {string} */
            type: "incident" | "general" | "infrastructure" | "incident_role";
        };
        create_runbook_execution: {
            execute_for: string;
            runbook_id: string;
        };
        create_saved_search: {
            filter_values: {
                [key: string]: unknown;
            };
            is_private?: boolean | null;
            name: string;
        };
        create_scheduled_maintenance: {
            description?: string | null;
            /** Format: date-time */
            ends_at: string;
            impacts?: {
                condition_id: string;
                id: string;
                type: string;
            }[] | null;
            labels?: {
                [key: string]: string;
            } | null;
            name: string;
            /** Format: date-time */
            starts_at: string;
            status_pages?: {
                connection_id: string;
                integration_slug?: string | null;
            }[] | null;
            summary?: string | null;
        };
        create_scim_group: {
            displayName: string;
            members: {
                value: string;
            }[];
        };
        create_scim_user: {
            emails: {
                primary: boolean;
                value: string;
            }[];
            externalId?: string | null;
            name: {
                familyName: string;
                givenName: string;
            };
            password?: string | null;
            phoneNumbers?: {
                primary?: boolean | null;
                type?: string | null;
                value: string;
            }[] | null;
            roles?: Record<string, unknown> | null;
            userName: string;
        };
        create_service: {
            alert_on_add?: boolean | null;
            auto_add_responding_team?: boolean | null;
            description?: string | null;
            environments?: {
                id: string;
            }[] | null;
            external_resources?: {
                connection_type?: string | null;
                remote_id: string;
            }[] | null;
            functionalities?: {
                id?: string | null;
                summary?: string | null;
            }[] | null;
            labels?: {
                [key: string]: string;
            } | null;
            links?: {
                href_url: string;
                icon_url?: string | null;
                name: string;
            }[] | null;
            name: string;
            owner?: {
                id: string;
            } | null;
            /**
             * Format: int32
             * @enum {integer|null}
             */
            service_tier?: 0 | 1 | 2 | 3 | 4 | 5 | null;
            teams?: {
                id: string;
            }[] | null;
        };
        create_service_checklist_response: {
            check_id: string;
            status: boolean;
        };
        create_service_dependency: {
            connected_service_id: string;
            notes?: string | null;
            service_id: string;
        };
        create_service_links: {
            connection_id: string;
            external_service_ids: string;
            /** @enum {string} */
            integration: "pager_duty" | "opsgenie" | "victorops";
        };
        create_severity: {
            allowed_role_ids?: string[] | null;
            /** @enum {string|null} */
            color?: "red" | "orange" | "yellow" | "blue" | "teal" | "grey" | "green" | null;
            description?: string | null;
            /** Format: int32 */
            position?: number | null;
            slug: string;
        };
        create_severity_matrix_condition: {
            name: string;
            /** Format: int32 */
            position?: number | null;
        };
        create_severity_matrix_impact: {
            affects_id: string;
            affects_type: string;
            /** Format: int32 */
            position?: number | null;
        };
        create_signals_alert_grouping_configuration: {
            action?: {
                fyi?: {
                    slack_channel_ids: string[];
                } | null;
                link?: boolean | null;
            } | null;
            reference_alert_time_period: string;
            strategy: {
                substring?: {
                    /** @enum {string} */
                    field_name: "summary" | "body" | "tags";
                    /** @enum {string|null} */
                    match_type?: "and" | "or" | null;
                    values: string[];
                } | null;
            };
        };
        create_signals_email_target: {
            allowed_senders?: string[] | null;
            description?: string | null;
            level_cel?: string | null;
            name: string;
            /** @enum {string|null} */
            rule_matching_strategy?: "all" | "any" | null;
            rules?: string[] | null;
            slug?: string | null;
            status_cel?: string | null;
            target?: {
                id: string;
                /** @enum {string} */
                type: "Team" | "EntireTeam" | "EscalationPolicy" | "OnCallSchedule" | "User" | "SlackChannel" | "MicrosoftTeamsChannel" | "Webhook";
            } | null;
        };
        create_signals_event_source: {
            description?: string | null;
            example_payload?: {
                data?: Record<string, unknown> | null;
                headers?: Record<string, unknown> | null;
            };
            javascript: string;
            name: string;
            slug: string;
        };
        create_signals_heartbeat_endpoint_configuration: {
            allowed_email_senders?: string[] | null;
            allowed_http_methods?: string[] | null;
            allowed_user_agent_substring?: string | null;
            description?: string | null;
            enabled: boolean;
            expect_interval: string;
            /** @enum {string} */
            kind: "http" | "email";
            slug: string;
            template_signal: {
                annotations?: Record<string, unknown> | null;
                body?: string | null;
                links?: {
                    href?: string | null;
                    text?: string | null;
                }[] | null;
                tags?: string[] | null;
            };
        };
        create_signals_page: {
            body?: string | null;
            summary: string;
            target_id: string;
            /** @enum {string} */
            target_type: "EscalationPolicy" | "OnCallSchedule" | "Team" | "User";
        };
        create_signals_webhook_target: {
            description?: string | null;
            name: string;
            signing_key?: string | null;
            url: string;
        };
        create_status_update_template: {
            body: string;
            name: string;
        };
        create_task_list: {
            description?: string | null;
            name: string;
            task_list_items: {
                description?: string | null;
                summary: string;
            }[];
        };
        create_team: {
            description?: string | null;
            invite_emails?: string[] | null;
            memberships?: {
                incident_role_id?: string | null;
                schedule_id?: string | null;
                signals_on_call_schedule_id?: string | null;
                user_id?: string | null;
            }[] | null;
            ms_teams_channel?: {
                channel_id: string;
                ms_team_id: string;
            } | null;
            name: string;
            slack_channel_id?: string | null;
            slug?: string | null;
        };
        create_team_call_route: {
            /** @enum {string|null} */
            connect_mode?: "CONNECT_MODE_CONFERENCE" | "CONNECT_MODE_DIRECT_DIAL" | null;
            description?: string | null;
            greeting_message?: string | null;
            name: string;
            phone_number: string;
            /** @enum {string} */
            routing_mode: "ROUTING_MODE_TAKE_MESSAGE" | "ROUTING_MODE_DIRECT_CONNECT";
            steps?: {
                on_call_rotation_id?: string | null;
                target_id: string;
                /** @enum {string} */
                target_type: "User" | "OnCallSchedule";
                timeout: string;
            }[] | null;
            target?: {
                id: string;
                type: string;
            } | null;
        };
        create_team_escalation_policy: {
            /** @default false */
            default?: boolean | null;
            description?: string | null;
            handoff_step?: {
                target_id: string;
                /** @enum {string} */
                target_type: "EscalationPolicy" | "Team";
            } | null;
            name: string;
            prioritized_settings?: {
                high?: {
                    handoff_step?: {
                        target_id: string;
                        /** @enum {string} */
                        target_type: "EscalationPolicy" | "Team";
                    } | null;
                    /** Format: int32 */
                    repetitions?: number | null;
                } | null;
                low?: {
                    handoff_step?: {
                        target_id: string;
                        /** @enum {string} */
                        target_type: "EscalationPolicy" | "Team";
                    } | null;
                    /** Format: int32 */
                    repetitions?: number | null;
                } | null;
                medium?: {
                    handoff_step?: {
                        target_id: string;
                        /** @enum {string} */
                        target_type: "EscalationPolicy" | "Team";
                    } | null;
                    /** Format: int32 */
                    repetitions?: number | null;
                } | null;
            } | null;
            /**
             * Format: int32
             * @default 0
             */
            repetitions?: number | null;
            step_strategy?: string | null;
            steps: {
                /** @enum {string|null} */
                distribution_type?: "unspecified" | "round_robin_by_alert" | "round_robin_by_escalation_policy" | null;
                priorities?: string[] | null;
                targets: {
                    id: string;
                    /** @enum {string} */
                    type: "OnCallSchedule" | "User" | "SlackChannel" | "MicrosoftTeamsChannel" | "EntireTeam" | "Webhook";
                }[];
                timeout: string;
            }[];
        };
        create_team_on_call_schedule: {
            color?: string | null;
            description?: string | null;
            member_ids?: string[] | null;
            members?: {
                user_id?: string | null;
            }[] | null;
            name: string;
            restrictions?: {
                /** @enum {string} */
                end_day: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
                end_time: string;
                /** @enum {string} */
                start_day: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
                start_time: string;
            }[] | null;
            rotation_description?: string | null;
            rotation_name?: string | null;
            rotations?: {
                color?: string | null;
                coverage_gap_notification_interval?: string | null;
                description?: string | null;
                enable_slack_channel_notifications?: boolean | null;
                members?: {
                    user_id?: string | null;
                }[] | null;
                name: string;
                prevent_shift_deletion?: boolean | null;
                restrictions?: {
                    /** @enum {string} */
                    end_day: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
                    end_time: string;
                    /** @enum {string} */
                    start_day: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
                    start_time: string;
                }[] | null;
                slack_user_group_id?: string | null;
                start_time?: string | null;
                strategy: {
                    /** @enum {string|null} */
                    handoff_day?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday" | null;
                    handoff_time?: string | null;
                    shift_duration?: string | null;
                    /** @enum {string} */
                    type: "daily" | "weekly" | "custom";
                };
                time_zone: string;
            }[] | null;
            slack_user_group_id?: string | null;
            start_time?: string | null;
            strategy?: {
                /** @enum {string|null} */
                handoff_day?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday" | null;
                handoff_time?: string | null;
                shift_duration?: string | null;
                /** @enum {string} */
                type: "daily" | "weekly" | "custom";
            } | null;
            time_zone?: string | null;
        };
        create_team_signal_rule: {
            /** @enum {string|null} */
            create_incident_condition_when?: "WHEN_UNSPECIFIED" | "WHEN_ALWAYS" | null;
            deduplication_expiry?: string | null;
            expression: string;
            incident_type_id?: string | null;
            name: string;
            /** @enum {string|null} */
            notification_priority_override?: "HIGH" | "MEDIUM" | "LOW" | "" | null;
            target_id: string;
            /** @enum {string} */
            target_type: "EscalationPolicy" | "OnCallSchedule" | "User" | "Webhook" | "SlackChannel" | "MicrosoftTeamsChannel";
        };
        create_ticket: {
            assignees?: {
                id: string;
                source?: string | null;
            }[] | null;
            description?: string | null;
            priority_id?: string | null;
            project_id?: string | null;
            related_to?: string | null;
            remote_url?: string | null;
            state?: string | null;
            summary: string;
            tag_list?: string[] | null;
            type?: string | null;
        };
        create_ticketing_custom_definition: {
            description?: string | null;
            display_name: string;
            field_type: string;
            permissible_values?: string[] | null;
            required?: boolean | null;
        };
        create_ticketing_priority: {
            name: string;
            /** Format: int32 */
            position?: number | null;
        };
        create_webhook: {
            url: string;
        };
        debug_signals_expression: {
            expression: string;
            signals: {
                annotations?: Record<string, unknown> | null;
                body?: string | null;
                id?: string | null;
                images?: {
                    alt?: string | null;
                    src?: string | null;
                }[] | null;
                level?: string | null;
                links?: {
                    href?: string | null;
                    text?: string | null;
                }[] | null;
                organization_id?: string | null;
                summary?: string | null;
                tags?: string[] | null;
            }[];
        };
        ingest_catalog_data: {
            data: string;
            /** @enum {string} */
            encoding: "text/yaml" | "application/x-yaml" | "application/json";
        };
        override_on_call_schedule_rotation_shifts: {
            end_time: string;
            start_time: string;
            user_id?: string | null;
        };
        patch_scim_group: {
            Operations: {
                op: string;
                path?: string | null;
                value?: unknown;
            }[];
            trail?: string | null;
        };
        patch_scim_user: {
            Operations: {
                op: string;
                path?: string | null;
                value?: unknown;
            }[];
            trail?: string | null;
        };
        preview_on_call_schedule_rotation: {
            color?: string | null;
            coverage_gap_notification_interval?: string | null;
            description?: string | null;
            effective_at?: string | null;
            enable_slack_channel_notifications?: boolean | null;
            from?: string | null;
            members?: {
                user_id?: string | null;
            }[] | null;
            name?: string | null;
            prevent_shift_deletion?: boolean | null;
            restrictions?: {
                /** @enum {string} */
                end_day: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
                end_time: string;
                /** @enum {string} */
                start_day: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
                start_time: string;
            }[] | null;
            rotation_id?: string | null;
            slack_user_group_id?: string | null;
            start_time?: string | null;
            strategy?: {
                /** @enum {string|null} */
                handoff_day?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday" | null;
                handoff_time?: string | null;
                shift_duration?: string | null;
                /** @enum {string} */
                type: "daily" | "weekly" | "custom";
            } | null;
            time_zone?: string | null;
            to?: string | null;
        };
        preview_team_on_call_schedule: {
            description?: string | null;
            from?: string | null;
            name: string;
            rotations: {
                color?: string | null;
                coverage_gap_notification_interval?: string | null;
                description?: string | null;
                enable_slack_channel_notifications?: boolean | null;
                members?: {
                    user_id?: string | null;
                }[] | null;
                name: string;
                prevent_shift_deletion?: boolean | null;
                restrictions?: {
                    /** @enum {string} */
                    end_day: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
                    end_time: string;
                    /** @enum {string} */
                    start_day: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
                    start_time: string;
                }[] | null;
                slack_user_group_id?: string | null;
                start_time?: string | null;
                strategy: {
                    /** @enum {string|null} */
                    handoff_day?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday" | null;
                    handoff_time?: string | null;
                    shift_duration?: string | null;
                    /** @enum {string} */
                    type: "daily" | "weekly" | "custom";
                };
                time_zone: string;
            }[];
            to?: string | null;
        };
        publish_post_mortem_report: {
            /** @enum {string|null} */
            publish?: "true" | null;
            team_ids?: string[] | null;
            user_ids?: string[] | null;
        };
        reorder_post_mortem_reasons: {
            /** Format: int32 */
            new_position: number;
            /** Format: int32 */
            old_position: number;
        };
        update_aws_cloudtrail_batch: {
            /** Format: date-time */
            ends_at?: string | null;
            error?: string | null;
            /** Format: int32 */
            events_created?: number | null;
            status?: string | null;
        };
        update_aws_connection: {
            aws_account_id?: string | null;
            connection_status?: string | null;
            target_arn?: string | null;
        };
        update_call_route: {
            /** @enum {string|null} */
            connect_mode?: "CONNECT_MODE_CONFERENCE" | "CONNECT_MODE_DIRECT_DIAL" | null;
            description?: string | null;
            greeting_message?: string | null;
            name?: string | null;
            /** @enum {string|null} */
            routing_mode?: "ROUTING_MODE_TAKE_MESSAGE" | "ROUTING_MODE_DIRECT_CONNECT" | null;
            steps?: {
                on_call_rotation_id?: string | null;
                target_id: string;
                /** @enum {string} */
                target_type: "User" | "OnCallSchedule";
                timeout: string;
            }[] | null;
            target?: {
                id: string;
                /** @enum {string} */
                type: "EscalationPolicy" | "OnCallSchedule" | "User" | "Webhook" | "SlackChannel" | "MicrosoftTeamsChannel";
            } | null;
        };
        update_change: {
            description?: string | null;
            labels?: {
                [key: string]: string;
            } | null;
            summary?: string | null;
        };
        update_change_event: {
            attachments?: {
                /** @enum {string} */
                type: "link";
            }[] | null;
            description?: string | null;
            /** Format: date-time */
            ends_at?: string | null;
            environments?: string[] | null;
            labels?: {
                [key: string]: string;
            } | null;
            services?: string[] | null;
            /** Format: date-time */
            starts_at?: string | null;
            summary?: string | null;
        };
        update_change_identity: {
            type: string;
            value: string;
        };
        update_checklist_template: {
            checks?: {
                description?: string | null;
                id?: string | null;
                name: string;
            }[] | null;
            connected_services?: {
                id: string;
                remove?: boolean | null;
            }[] | null;
            description?: string | null;
            name?: string | null;
            remove_remaining_connected_services?: boolean | null;
            team_id?: string | null;
        };
        update_comment: {
            body?: string | null;
        };
        update_custom_field_definition: {
            description?: string | null;
            display_name?: string | null;
            permissible_values?: string[] | null;
            required?: boolean | null;
            required_at_milestone_id?: string | null;
        };
        update_environment: {
            description?: string | null;
            functionalities?: {
                id: string;
                remove?: boolean | null;
            }[] | null;
            name?: string | null;
            /** @default false */
            remove_remaining_functionalities?: boolean | null;
            /** @default false */
            remove_remaining_services?: boolean | null;
            services?: {
                id: string;
                remove?: boolean | null;
            }[] | null;
        };
        update_functionality: {
            alert_on_add?: boolean | null;
            auto_add_responding_team?: boolean | null;
            description?: string | null;
            environments?: {
                id: string;
                remove?: boolean | null;
            }[] | null;
            external_resources?: {
                connection_type?: string | null;
                remote_id: string;
                remove?: boolean | null;
            }[] | null;
            labels?: {
                [key: string]: string;
            } | null;
            links?: {
                href_url: string;
                icon_url?: string | null;
                id?: string | null;
                name: string;
                remove?: boolean | null;
            }[] | null;
            name?: string | null;
            owner?: {
                id: string;
            } | null;
            remove_owner?: boolean | null;
            /** @default false */
            remove_remaining_environments?: boolean | null;
            remove_remaining_external_resources?: boolean | null;
            /** @default false */
            remove_remaining_services?: boolean | null;
            remove_remaining_teams?: boolean | null;
            /**
             * Format: int32
             * @enum {integer|null}
             */
            service_tier?: 0 | 1 | 2 | 3 | 4 | 5 | null;
            services?: {
                id: string;
                remove?: boolean | null;
            }[] | null;
            teams?: {
                id: string;
                remove?: boolean | null;
            }[] | null;
        };
        update_incident: {
            customer_impact_summary?: string | null;
            description?: string | null;
            incident_type_id?: string | null;
            labels?: Record<string, unknown> | null;
            name?: string | null;
            priority?: string | null;
            severity?: string | null;
            severity_condition_id?: string | null;
            severity_impact_id?: string | null;
            summary?: string | null;
            tag_list?: string[] | null;
        };
        update_incident_alert_primary: {
            primary: boolean;
        };
        update_incident_change_event: {
            /** @enum {string|null} */
            type?: "caused" | "fixed" | "suspect" | "dismissed" | null;
            why?: string | null;
        };
        update_incident_chat_message: {
            body: string;
        };
        update_incident_impact_patch: {
            impact?: {
                condition_id: string;
                id: string;
            }[] | null;
            milestone?: string | null;
            note?: string | null;
            status_pages?: {
                id: string;
                integration_slug: string;
            }[] | null;
        };
        update_incident_impact_put: {
            impact?: {
                condition_id: string;
                id: string;
            }[] | null;
            milestone?: string | null;
            note?: string | null;
            status_pages?: {
                id: string;
                integration_slug: string;
            }[] | null;
        };
        update_incident_link: {
            display_text?: string | null;
            href_url?: string | null;
            icon_url?: string | null;
        };
        update_incident_note: {
            body: string;
        };
        update_incident_retrospective: {
            is_hidden?: boolean | null;
        };
        update_incident_retrospective_field: {
            dynamic_input_field_id?: string | null;
            value: string;
        };
        update_incident_role: {
            description?: string | null;
            name?: string | null;
            summary?: string | null;
        };
        update_incident_task: {
            assignee_id?: string | null;
            description?: string | null;
            due_at?: string | null;
            state?: string | null;
            title?: string | null;
        };
        update_incident_type: {
            description?: string | null;
            name: string;
            template: {
                customer_impact_summary?: string | null;
                description?: string | null;
                impacts?: {
                    condition_id: string;
                    id: string;
                }[] | null;
                labels?: {
                    [key: string]: string;
                } | null;
                priority?: string | null;
                private_incident?: boolean | null;
                runbook_ids?: string[] | null;
                severity?: string | null;
                tag_list?: string[] | null;
                team_ids?: string[] | null;
            };
        };
        update_nunc_link: {
            display_text?: string | null;
            href_url?: string | null;
            icon_url?: string | null;
        };
        update_on_call_schedule_rotation: {
            color?: string | null;
            coverage_gap_notification_interval?: string | null;
            description?: string | null;
            effective_at?: string | null;
            enable_slack_channel_notifications?: boolean | null;
            members?: {
                user_id?: string | null;
            }[] | null;
            name?: string | null;
            prevent_shift_deletion?: boolean | null;
            restrictions?: {
                /** @enum {string} */
                end_day: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
                end_time: string;
                /** @enum {string} */
                start_day: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
                start_time: string;
            }[] | null;
            slack_user_group_id?: string | null;
            strategy?: {
                /** @enum {string|null} */
                handoff_day?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday" | null;
                handoff_time?: string | null;
                shift_duration?: string | null;
                /** @enum {string} */
                type: "daily" | "weekly" | "custom";
            } | null;
            time_zone?: string | null;
        };
        update_on_call_shift: {
            coverage_request?: string | null;
            /** Format: date-time */
            end_time?: string | null;
            /** Format: date-time */
            start_time?: string | null;
            user_id?: string | null;
        };
        update_post_mortem_field: {
            value: string;
        };
        update_post_mortem_questions: {
            _make_swagger_work_?: string | null;
            questions?: {
                id?: string | null;
                title?: string | null;
                tooltip?: string | null;
            }[] | null;
        };
        update_post_mortem_reason: {
            summary?: string | null;
        };
        update_post_mortem_report: {
            additional_details?: string | null;
            name?: string | null;
            questions?: {
                body?: string | null;
                id?: string | null;
            }[] | null;
            summary?: string | null;
        };
        update_priority: {
            default?: boolean | null;
            description?: string | null;
            slug?: string | null;
        };
        update_role: {
            description?: string | null;
            name: string;
            permissions?: ("create_alerts" | "respond_to_alerts" | "read_alerts" | "manage_alert_grouping" | "read_alert_grouping" | "manage_alert_rules" | "read_alert_rules" | "manage_call_routes" | "read_call_routes" | "manage_escalation_policies" | "read_escalation_policies" | "manage_event_sources" | "read_event_sources" | "manage_on_call_schedules" | "read_on_call_schedules" | "manage_on_call_shifts" | "claim_on_call_shifts" | "read_signals_pii" | "manage_organization_notification_policies" | "read_notification_policy_compliance" | "manage_webhook_targets" | "read_webhook_targets" | "read_analytics" | "manage_api_keys" | "read_api_keys" | "manage_audiences" | "read_audiences" | "read_audit_events" | "manage_change_events" | "read_change_events" | "manage_incidents" | "create_incidents" | "read_incidents" | "update_incidents" | "manage_incident_settings" | "read_incident_settings" | "manage_integrations" | "read_integrations" | "manage_private_incidents" | "manage_organization_secrets" | "read_organization_secrets" | "manage_organization_settings" | "read_organization_settings" | "manage_roles" | "read_roles" | "manage_runbooks" | "read_runbooks" | "manage_service_catalog" | "read_service_catalog" | "manage_status_templates" | "read_status_templates" | "manage_status_page_updates" | "manage_support_hours" | "read_support_hours" | "manage_teams" | "read_teams" | "manage_users" | "read_users" | "manage_webhooks" | "read_webhooks")[] | null;
        };
        update_runbook: {
            attachment_rule?: {
                logic: unknown;
                user_data?: unknown;
            } | null;
            auto_attach_to_restricted_incidents?: boolean | null;
            description?: string | null;
            environments?: {
                id?: string | null;
            }[] | null;
            name?: string | null;
            owner?: {
                id?: string | null;
            } | null;
            services?: {
                id?: string | null;
            }[] | null;
            severities?: {
                id?: string | null;
            }[] | null;
            steps?: {
                action_id: string;
                name: string;
                rule?: {
                    logic: unknown;
                    user_data?: unknown;
                } | null;
                step_id?: string | null;
                automatic?: boolean | null;
                config?: Record<string, unknown> | null;
                repeats?: boolean | null;
                repeats_duration?: string | null;
            }[] | null;
            summary?: string | null;
            tutorial?: boolean | null;
        };
        update_runbook_execution_step: {
            data?: {
                [key: string]: unknown;
            } | null;
            /** Format: date-time */
            repeats_at?: string | null;
            /** Format: date-time */
            schedule_for?: string | null;
            state: string;
        };
        update_saved_search: {
            filter_values?: {
                [key: string]: unknown;
            } | null;
            is_private?: boolean | null;
            name?: string | null;
        };
        update_scheduled_maintenance: {
            description?: string | null;
            /** Format: date-time */
            ends_at?: string | null;
            impacts?: {
                condition_id: string;
                id: string;
                type: string;
            }[] | null;
            labels?: {
                [key: string]: string;
            } | null;
            name?: string | null;
            /** Format: date-time */
            starts_at?: string | null;
            status_pages?: {
                connection_id: string;
                integration_slug?: string | null;
            }[] | null;
            summary?: string | null;
        };
        update_scim_group: {
            displayName: string;
            members: {
                value: string;
            }[];
        };
        update_scim_user: {
            active?: boolean | null;
            emails?: {
                primary?: boolean | null;
                value: string;
            }[] | null;
            name?: {
                familyName: string;
                givenName: string;
            } | null;
            phoneNumbers?: {
                primary?: boolean | null;
                type?: string | null;
                value: string;
            }[] | null;
            roles?: Record<string, unknown> | null;
            userName?: string | null;
        };
        update_service: {
            alert_on_add?: boolean | null;
            auto_add_responding_team?: boolean | null;
            checklists?: {
                id: string;
                remove?: boolean | null;
            }[] | null;
            description?: string | null;
            environments?: {
                id: string;
                remove?: boolean | null;
            }[] | null;
            external_resources?: {
                connection_type?: string | null;
                remote_id: string;
                remove?: boolean | null;
            }[] | null;
            functionalities?: {
                id?: string | null;
                remove?: boolean | null;
                summary?: string | null;
            }[] | null;
            labels?: {
                [key: string]: string;
            } | null;
            links?: {
                href_url: string;
                icon_url?: string | null;
                id?: string | null;
                name: string;
                remove?: boolean | null;
            }[] | null;
            name?: string | null;
            owner?: {
                id: string;
            } | null;
            remove_owner?: boolean | null;
            remove_remaining_checklists?: boolean | null;
            /** @default false */
            remove_remaining_environments?: boolean | null;
            remove_remaining_external_resources?: boolean | null;
            remove_remaining_functionalities?: boolean | null;
            remove_remaining_teams?: boolean | null;
            /**
             * Format: int32
             * @enum {integer|null}
             */
            service_tier?: 0 | 1 | 2 | 3 | 4 | 5 | null;
            teams?: {
                id: string;
                remove?: boolean | null;
            }[] | null;
        };
        update_service_dependency: {
            notes?: string | null;
        };
        update_severity: {
            allowed_role_ids?: string[] | null;
            /** @enum {string|null} */
            color?: "red" | "orange" | "yellow" | "blue" | "teal" | "grey" | "green" | null;
            description?: string | null;
            /** Format: int32 */
            position?: number | null;
            slug?: string | null;
        };
        update_severity_matrix: {
            data: {
                condition_id: string;
                impact_id: string;
                severity: string;
            }[];
            summary?: string | null;
        };
        update_severity_matrix_condition: {
            name?: string | null;
            /** Format: int32 */
            position?: number | null;
        };
        update_severity_matrix_impact: {
            name?: string | null;
            /** Format: int32 */
            position?: number | null;
        };
        update_signals_alert: {
            noise: boolean;
        };
        update_signals_alert_grouping_configuration: {
            action?: {
                fyi?: {
                    slack_channel_ids: string[];
                } | null;
                link?: boolean | null;
            } | null;
            reference_alert_time_period?: string | null;
            strategy?: {
                substring?: {
                    /** @enum {string} */
                    field_name: "summary" | "body" | "tags";
                    /** @enum {string|null} */
                    match_type?: "and" | "or" | null;
                    values: string[];
                } | null;
            } | null;
        };
        update_signals_email_target: {
            allowed_senders?: string[] | null;
            description?: string | null;
            level_cel?: string | null;
            name?: string | null;
            /** @enum {string|null} */
            rule_matching_strategy?: "all" | "any" | null;
            rules?: string[] | null;
            slug?: string | null;
            status_cel?: string | null;
            target?: {
                id: string;
                /** @enum {string} */
                type: "Team" | "EntireTeam" | "EscalationPolicy" | "OnCallSchedule" | "User" | "SlackChannel" | "MicrosoftTeamsChannel" | "Webhook";
            } | null;
        };
        update_signals_heartbeat_endpoint_configuration: {
            allowed_email_senders?: string[] | null;
            allowed_http_methods?: string[] | null;
            allowed_user_agent_substring?: string | null;
            description?: string | null;
            enabled?: boolean | null;
            expect_interval?: string | null;
            /** @enum {string|null} */
            kind?: "http" | "email" | null;
            template_signal?: {
                annotations?: Record<string, unknown> | null;
                body?: string | null;
                links?: {
                    href?: string | null;
                    text?: string | null;
                }[] | null;
                tags?: string[] | null;
            } | null;
        };
        update_signals_webhook_target: {
            description?: string | null;
            name?: string | null;
            signing_key?: string | null;
            url?: string | null;
        };
        update_status_update_template: {
            body?: string | null;
            name?: string | null;
        };
        update_statuspage_connection: {
            conditions?: {
                condition_id: string;
                statuspageio_condition: string;
            }[] | null;
            milestone_mappings?: {
                milestone_id: string;
                /** @enum {string} */
                status: "investigating" | "identified" | "monitoring" | "resolved";
            }[] | null;
            page_id?: string | null;
            severities?: {
                remote_status: string;
                severity_slug: string;
            }[] | null;
        };
        update_task_list: {
            description?: string | null;
            name?: string | null;
            task_list_items?: {
                description?: string | null;
                summary: string;
            }[] | null;
        };
        update_team: {
            description?: string | null;
            invite_emails?: string[] | null;
            memberships?: {
                incident_role_id?: string | null;
                schedule_id?: string | null;
                signals_on_call_schedule_id?: string | null;
                user_id?: string | null;
            }[] | null;
            ms_teams_channel?: {
                channel_id: string;
                ms_team_id: string;
            } | null;
            name?: string | null;
            slack_channel_id?: string | null;
            slug?: string | null;
        };
        update_team_escalation_policy: {
            /** @default false */
            default?: boolean | null;
            description?: string | null;
            handoff_step?: {
                target_id: string;
                /** @enum {string} */
                target_type: "EscalationPolicy" | "Team";
            } | null;
            name?: string | null;
            prioritized_settings?: {
                high?: {
                    handoff_step?: {
                        target_id: string;
                        /** @enum {string} */
                        target_type: "EscalationPolicy" | "Team";
                    } | null;
                    /** Format: int32 */
                    repetitions?: number | null;
                } | null;
                low?: {
                    handoff_step?: {
                        target_id: string;
                        /** @enum {string} */
                        target_type: "EscalationPolicy" | "Team";
                    } | null;
                    /** Format: int32 */
                    repetitions?: number | null;
                } | null;
                medium?: {
                    handoff_step?: {
                        target_id: string;
                        /** @enum {string} */
                        target_type: "EscalationPolicy" | "Team";
                    } | null;
                    /** Format: int32 */
                    repetitions?: number | null;
                } | null;
            } | null;
            /**
             * Format: int32
             * @default 0
             */
            repetitions?: number | null;
            step_strategy?: string | null;
            steps?: {
                /** @enum {string|null} */
                distribution_type?: "unspecified" | "round_robin_by_alert" | "round_robin_by_escalation_policy" | null;
                priorities?: string[] | null;
                targets?: {
                    id: string;
                    /** @enum {string} */
                    type: "OnCallSchedule" | "User" | "SlackChannel" | "MicrosoftTeamsChannel" | "EntireTeam" | "Webhook";
                }[] | null;
                timeout: string;
            }[] | null;
        };
        update_team_on_call_schedule: {
            color?: string | null;
            description?: string | null;
            effective_at?: string | null;
            member_ids?: string[] | null;
            members?: {
                user_id?: string | null;
            }[] | null;
            name?: string | null;
            restrictions?: {
                /** @enum {string} */
                end_day: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
                end_time: string;
                /** @enum {string} */
                start_day: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
                start_time: string;
            }[] | null;
            rotation_description?: string | null;
            rotation_name?: string | null;
            slack_user_group_id?: string | null;
            strategy?: {
                /** @enum {string|null} */
                handoff_day?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday" | null;
                handoff_time?: string | null;
                shift_duration?: string | null;
                /** @enum {string} */
                type: "daily" | "weekly" | "custom";
            } | null;
            time_zone?: string | null;
        };
        update_team_signal_rule: {
            /** @enum {string|null} */
            create_incident_condition_when?: "WHEN_UNSPECIFIED" | "WHEN_ALWAYS" | null;
            deduplication_expiry?: string | null;
            expression?: string | null;
            incident_type_id?: string | null;
            name?: string | null;
            /** @enum {string|null} */
            notification_priority_override?: "HIGH" | "MEDIUM" | "LOW" | "" | null;
            target_id?: string | null;
            /** @enum {string|null} */
            target_type?: "EscalationPolicy" | "OnCallSchedule" | "User" | "Webhook" | "SlackChannel" | "MicrosoftTeamsChannel" | null;
        };
        update_ticket: {
            assignees?: {
                id: string;
                source?: string | null;
            }[] | null;
            description?: string | null;
            priority_id?: string | null;
            state?: string | null;
            summary?: string | null;
            tag_list?: string[] | null;
            type?: string | null;
        };
        update_ticketing_custom_definition: {
            description?: string | null;
            display_name?: string | null;
            permissible_values?: string[] | null;
            required?: boolean | null;
        };
        update_ticketing_priority: {
            name?: string | null;
            /** Format: int32 */
            position?: number | null;
        };
        update_vote: {
            /** @enum {string} */
            direction: "up" | "down" | "dig";
        };
        update_webhook: {
            /** @enum {string|null} */
            state?: "active" | "inactive" | null;
            url?: string | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_ai_preferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AI_Entities_PreferencesEntity"];
                };
            };
        };
    };
    update_ai_preferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    ai?: boolean | null;
                    description?: boolean | null;
                    followups?: boolean | null;
                    impact?: boolean | null;
                    retros?: boolean | null;
                    similar_incidents?: boolean | null;
                    summaries?: boolean | null;
                    updates?: boolean | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AI_Entities_PreferencesEntity"];
                };
            };
        };
    };
    vote_ai_incident_summary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                generated_summary_id: string;
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    direction: "up" | "down";
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AI_Entities_IncidentSummaryEntity"];
                };
            };
        };
    };
    get_ai_incident_summary_vote_status: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                generated_summary_id: string;
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    list_alerts: {
        parameters: {
            query?: {
                end_date?: string | null;
                end_datetime?: string | null;
                environments?: string | null;
                functionalities?: string | null;
                page?: number | null;
                per_page?: number | null;
                query?: string | null;
                services?: string | null;
                signal_rules?: string | null;
                start_date?: string | null;
                start_datetime?: string | null;
                statuses?: string | null;
                tag_match_strategy?: "any" | "match_all" | "exclude" | null;
                tags?: string | null;
                teams?: string | null;
                users?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alerts_AlertEntityPaginated"];
                };
            };
        };
    };
    get_alert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alert_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alerts_AlertEntity"];
                };
            };
        };
    };
    list_audiences: {
        parameters: {
            query?: {
                include_archived?: boolean | null;
                page?: number | null;
                per_page?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Audiences_Entities_AudienceEntityPaginated"];
                };
            };
        };
    };
    create_audience: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_audience"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Audiences_Entities_AudienceEntity"];
                };
            };
        };
    };
    get_member_default_audience: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Audiences_Entities_AudienceEntity"];
                };
            };
        };
    };
    set_member_default_audience: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    audience_id: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Audiences_Entities_AudienceEntity"];
                };
            };
        };
    };
    list_audience_summaries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Audiences_Entities_AudienceSummariesEntity"];
                };
            };
        };
    };
    get_audience: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                audience_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Audiences_Entities_AudienceEntity"];
                };
            };
        };
    };
    archive_audience: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                audience_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_audience: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                audience_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    active?: boolean | null;
                    default?: boolean | null;
                    description?: string | null;
                    name?: string | null;
                    details?: {
                        /** Format: int32 */
                        position?: number | null;
                        prompt?: string | null;
                        question?: string | null;
                        slug?: string | null;
                    }[] | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Audiences_Entities_AudienceEntity"];
                };
            };
        };
    };
    restore_audience: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                audience_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Audiences_Entities_AudienceEntity"];
                };
            };
        };
    };
    get_audience_summary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                audience_id: string;
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AI_Entities_IncidentSummaryEntity"];
                };
            };
        };
    };
    generate_audience_summary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                audience_id: string;
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @default true */
                    force_regenerate?: boolean | null;
                };
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEntity"];
                };
            };
        };
    };
    list_audit_events: {
        parameters: {
            query?: {
                cursor?: string | null;
                filter?: string | null;
                limit?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_audit_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_bootstrap: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicAPI_V1_BootstrapEntity"];
                };
            };
        };
    };
    ingest_catalog_data: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                catalog_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ingest_catalog_data"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Imports_ImportEntity"];
                };
            };
        };
    };
    refresh_catalog: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                catalog_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    list_change_types: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeTypeEntityPaginated"];
                };
            };
        };
    };
    list_changes: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
                query?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data?: components["schemas"]["ChangeEntity"][] | null;
                        pagination?: components["schemas"]["PaginationEntity"];
                    };
                };
            };
        };
    };
    create_change: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_change"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeEntity"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEntity"];
                };
            };
        };
    };
    list_change_events: {
        parameters: {
            query?: {
                ends_at?: string | null;
                environments?: string | null;
                labels?: string | null;
                page?: number | null;
                per_page?: number | null;
                query?: string | null;
                saved_search_id?: string | null;
                services?: string | null;
                starts_at?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeEventSlimEntityPaginated"];
                };
            };
        };
    };
    create_change_event: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_change_event"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeEventEntity"];
                };
            };
        };
    };
    get_change_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeEventEntity"];
                };
            };
        };
    };
    delete_change_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_change_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_event_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_change_event"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeEventEntity"];
                };
            };
        };
    };
    delete_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_change"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeEntity"];
                };
            };
        };
    };
    list_change_identities: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
            };
            header?: never;
            path: {
                change_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeIdentityEntityPaginated"];
                };
            };
        };
    };
    create_change_identity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_change_identity"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeIdentityEntity"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEntity"];
                };
            };
        };
    };
    delete_change_identity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_id: string;
                identity_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEntity"];
                };
            };
        };
    };
    update_change_identity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_id: string;
                identity_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_change_identity"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeIdentityEntity"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEntity"];
                };
            };
        };
    };
    list_checklist_templates: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
                query?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChecklistTemplateEntityPaginated"];
                };
            };
        };
    };
    create_checklist_template: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_checklist_template"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChecklistTemplateEntity"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEntity"];
                };
            };
        };
    };
    get_checklist_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChecklistTemplateEntity"];
                };
            };
        };
    };
    delete_checklist_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_checklist_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_checklist_template"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChecklistTemplateEntity"];
                };
            };
        };
    };
    list_comments: {
        parameters: {
            query?: {
                after?: string | null;
                before?: string | null;
                sort?: "asc" | "desc" | null;
            };
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    create_comment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_comment"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_comment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                comment_id: string;
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    delete_comment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                comment_id: string;
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_comment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                comment_id: string;
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_comment"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    list_comment_reactions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                comment_id: string;
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    create_comment_reaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                comment_id: string;
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_comment_reaction"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    delete_comment_reaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                comment_id: string;
                conversation_id: string;
                reaction_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_current_user: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurrentUserEntity"];
                };
            };
        };
    };
    list_custom_field_definitions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data?: components["schemas"]["Organizations_CustomFieldDefinitionEntity"][] | null;
                        pagination?: components["schemas"]["PaginationEntity"];
                    };
                };
            };
        };
    };
    create_custom_field_definition: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_custom_field_definition"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organizations_CustomFieldDefinitionEntity"];
                };
            };
        };
    };
    delete_custom_field_definition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                field_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_custom_field_definition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                field_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_custom_field_definition"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organizations_CustomFieldDefinitionEntity"];
                };
            };
        };
    };
    list_custom_field_select_options: {
        parameters: {
            query?: {
                all_versions?: boolean | null;
                query?: string | null;
            };
            header?: never;
            path: {
                field_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organizations_CustomFieldDefinitionEntity"];
                };
            };
        };
    };
    list_entitlements: {
        parameters: {
            query?: {
                name?: string | null;
                type?: "quota" | "access" | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntitlementEntityPaginated"];
                };
            };
        };
    };
    list_environments: {
        parameters: {
            query?: {
                name?: string | null;
                page?: number | null;
                per_page?: number | null;
                query?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvironmentEntryEntityPaginated"];
                };
            };
        };
    };
    create_environment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_environment"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvironmentEntryEntity"];
                };
            };
        };
    };
    get_environment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                environment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvironmentEntryEntity"];
                };
            };
        };
    };
    delete_environment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                environment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_environment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                environment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_environment"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvironmentEntryEntity"];
                };
            };
        };
    };
    list_environment_functionalities: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
            };
            header?: never;
            path: {
                environment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FunctionalityEntityLitePaginated"];
                };
            };
        };
    };
    list_environment_services: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
            };
            header?: never;
            path: {
                environment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceEntityLitePaginated"];
                };
            };
        };
    };
    get_form_configuration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormConfigurationEntity"];
                };
            };
        };
    };
    append_form_data_on_selected_value_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                field_id: string;
                selected_value: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicAPI_V1_FormConfigurations_SelectedValueEntity"];
                };
            };
        };
    };
    list_functionalities: {
        parameters: {
            query?: {
                impacted?: string | null;
                labels?: string | null;
                lite?: boolean | null;
                name?: string | null;
                owner?: string | null;
                page?: number | null;
                per_page?: number | null;
                query?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FunctionalityEntityPaginated"];
                };
            };
        };
    };
    create_functionality: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_functionality"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FunctionalityEntity"];
                };
            };
        };
    };
    get_functionality: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                functionality_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FunctionalityEntity"];
                };
            };
        };
    };
    delete_functionality: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                functionality_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_functionality: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                functionality_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_functionality"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FunctionalityEntity"];
                };
            };
        };
    };
    list_functionality_environments: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
            };
            header?: never;
            path: {
                functionality_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvironmentEntryEntityPaginated"];
                };
            };
        };
    };
    list_functionality_services: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                functionality_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FunctionalityWithAllServicesEntity"];
                };
            };
        };
    };
    list_incident_roles: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentRoleEntityPaginated"];
                };
            };
        };
    };
    create_incident_role: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_incident_role"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentRoleEntity"];
                };
            };
        };
    };
    get_incident_role: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_role_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentRoleEntity"];
                };
            };
        };
    };
    delete_incident_role: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_role_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_incident_role: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_role_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_incident_role"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentRoleEntity"];
                };
            };
        };
    };
    list_incident_tags: {
        parameters: {
            query?: {
                prefix?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagEntityPaginated"];
                };
            };
        };
    };
    validate_incident_tags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string[];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagEntity"];
                };
            };
        };
    };
    list_incident_types: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
                query?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentTypeEntityPaginated"];
                };
            };
        };
    };
    create_incident_type: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_incident_type"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentTypeEntity"];
                };
            };
        };
    };
    get_incident_type: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentTypeEntity"];
                };
            };
        };
    };
    delete_incident_type: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_incident_type: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_incident_type"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentTypeEntity"];
                };
            };
        };
    };
    list_incidents: {
        parameters: {
            query?: {
                archived?: boolean | null;
                assigned_teams?: string | null;
                attached_runbooks?: string | null;
                closed_at_or_after?: string | null;
                closed_at_or_before?: string | null;
                conditions?: string | null;
                created_at_or_after?: string | null;
                created_at_or_before?: string | null;
                current_milestones?: string | null;
                "custom_fields[field_id]"?: string[] | null;
                "custom_fields[value]"?: string[] | null;
                end_date?: string | null;
                environments?: string | null;
                excluded_infrastructure_ids?: string | null;
                functionalities?: string | null;
                incident_type_id?: string | null;
                name?: string | null;
                page?: number | null;
                per_page?: number | null;
                priorities?: string | null;
                priority_not_set?: boolean | null;
                query?: string | null;
                resolved_at_or_after?: string | null;
                resolved_at_or_before?: string | null;
                retrospective_templates?: string | null;
                saved_search_id?: string | null;
                services?: string | null;
                severities?: string | null;
                severity_not_set?: boolean | null;
                start_date?: string | null;
                status?: string | null;
                tag_match_strategy?: "any" | "match_all" | "exclude" | null;
                tags?: string | null;
                teams?: string | null;
                updated_after?: string | null;
                updated_before?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentEntityPaginated"];
                };
            };
        };
    };
    create_incident: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_incident"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentEntity"];
                };
            };
        };
    };
    get_incident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentEntity"];
                };
            };
        };
    };
    delete_incident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_incident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_incident"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentEntity"];
                };
            };
        };
    };
    list_incident_alerts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incidents_AlertEntityPaginated"];
                };
            };
        };
    };
    create_incident_alert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string[];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    delete_incident_alert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_alert_id: string;
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_incident_alert_primary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_alert_id: string;
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_incident_alert_primary"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incidents_AlertEntity"];
                };
            };
        };
    };
    list_incident_attachments: {
        parameters: {
            query?: {
                attachable_type?: string | null;
                page?: number | null;
                per_page?: number | null;
            };
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachments_TypedAttachmentEntityPaginated"];
                };
            };
        };
    };
    create_incident_attachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    description?: string | null;
                    /** Format: binary */
                    file: FileArgument;
                    /** Format: date-time */
                    occurred_at?: string | null;
                    /** @enum {string|null} */
                    vote_direction?: "up" | "down" | null;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentAttachmentEntity"];
                };
            };
        };
    };
    get_incident_channel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incidents_ChannelEntity"];
                };
            };
        };
    };
    close_incident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentEntity"];
                };
            };
        };
    };
    list_incident_conference_bridges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data?: components["schemas"]["Incidents_ConferenceBridgeEntity"][] | null;
                        pagination?: components["schemas"]["PaginationEntity"];
                    };
                };
            };
        };
    };
    get_conference_bridge_translation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                incident_id: string;
                language_code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incidents_ConferenceBridgeEntity"];
                };
            };
        };
    };
    list_incident_events: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
                types?: string | null;
            };
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentEventEntityPaginated"];
                };
            };
        };
    };
    get_incident_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: string;
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentEventEntity"];
                };
            };
        };
    };
    delete_incident_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: string;
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_incident_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: string;
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentEventEntity"];
                };
            };
        };
    };
    update_vote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: string;
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_vote"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VotesEntity"];
                };
            };
        };
    };
    get_vote_status: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: string;
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VotesEntity"];
                };
            };
        };
    };
    create_incident_chat_message: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_incident_chat_message"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event_GenericChatMessageEntity"];
                };
            };
        };
    };
    delete_incident_chat_message: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
                message_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_incident_chat_message: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
                message_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_incident_chat_message"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event_GenericChatMessageEntity"];
                };
            };
        };
    };
    update_incident_impact_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_incident_impact_put"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentEntity"];
                };
            };
        };
    };
    update_incident_impact_patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_incident_impact_patch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentEntity"];
                };
            };
        };
    };
    list_incident_impacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
                type: "environments" | "functionalities" | "services" | "customers";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentImpactEntityPaginated"];
                };
            };
        };
    };
    create_incident_impact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
                type: "environments" | "functionalities" | "services" | "customers";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_incident_impact"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentImpactEntity"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEntity"];
                };
            };
        };
    };
    delete_incident_impact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                incident_id: string;
                type: "environments" | "functionalities" | "services" | "customers";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEntity"];
                };
            };
        };
    };
    list_incident_links: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
            };
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachments_LinkEntityPaginated"];
                };
            };
        };
    };
    create_incident_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_incident_link"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachments_LinkEntity"];
                };
            };
        };
    };
    update_incident_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
                link_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_incident_link"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachments_LinkEntity"];
                };
            };
        };
    };
    delete_incident_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
                link_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    list_incident_milestones: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incidents_MilestoneEntityPaginated"];
                };
            };
        };
    };
    bulk_update_incident_milestones: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["bulk_update_incident_milestones"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incidents_MilestoneEntityPaginated"];
                };
            };
        };
    };
    create_incident_note: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_incident_note"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event_NoteEntity"];
                };
            };
        };
    };
    update_incident_note: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
                note_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_incident_note"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event_NoteEntity"];
                };
            };
        };
    };
    list_incident_change_events: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
                type?: "caused" | "fixed" | "suspect" | "dismissed" | null;
            };
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incidents_RelatedChangeEventEntityPaginated"];
                };
            };
        };
    };
    create_incident_change_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_incident_change_event"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incidents_RelatedChangeEventEntity"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEntity"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEntity"];
                };
            };
        };
    };
    update_incident_change_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
                related_change_event_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_incident_change_event"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incidents_RelatedChangeEventEntity"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEntity"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEntity"];
                };
            };
        };
    };
    get_incident_relationships: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incidents_RelationshipsEntity"];
                };
            };
        };
    };
    resolve_incident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    milestone?: string | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentEntity"];
                };
            };
        };
    };
    list_incident_retrospectives: {
        parameters: {
            query?: {
                is_hidden?: boolean | null;
                page?: number | null;
                per_page?: number | null;
            };
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incidents_RetrospectiveEntityPaginated"];
                };
            };
        };
    };
    create_incident_retrospective: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    retrospective_template_id: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incidents_RetrospectiveEntity"];
                };
            };
        };
    };
    export_incident_retrospectives: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    integration_slug: "confluence_cloud" | "google_docs";
                    parent_page_id?: string | null;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incidents_ExportRetrospectivesResultEntity"];
                };
            };
        };
    };
    export_incident_retrospectives_markdown: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incidents_ExportRetrospectiveMarkdownEntity"];
                };
            };
        };
    };
    share_incident_retrospectives: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    retrospective_ids: string[];
                    team_ids?: string[] | null;
                    user_ids?: string[] | null;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incidents_ShareRetrospectivesResultEntity"];
                };
            };
        };
    };
    update_incident_retrospective: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
                retrospective_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_incident_retrospective"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incidents_RetrospectiveEntity"];
                };
            };
        };
    };
    create_incident_retrospective_field: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
                retrospective_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    help_text?: string | null;
                    is_required?: boolean | null;
                    label: string;
                    permissible_values?: string[] | null;
                    required_at_milestone_id?: string | null;
                    schema?: string[] | null;
                    /** @enum {string} */
                    type: "text" | "single_select" | "multi_select" | "numeric" | "datetime" | "dynamic_input_group" | "markdown" | "markdown_text";
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incidents_RetrospectiveFieldEntity"];
                };
            };
        };
    };
    get_incident_retrospective_field: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                field_id: string;
                incident_id: string;
                retrospective_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incidents_RetrospectiveFieldEntity"];
                };
            };
        };
    };
    update_incident_retrospective_field: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                field_id: string;
                incident_id: string;
                retrospective_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_incident_retrospective_field"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incidents_RetrospectiveFieldEntity"];
                };
            };
        };
    };
    create_incident_retrospective_dynamic_input: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                field_id: string;
                incident_id: string;
                retrospective_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incidents_RetrospectiveFieldEntity"];
                };
            };
        };
    };
    delete_incident_retrospective_dynamic_input: {
        parameters: {
            query: {
                dynamic_input_field_id: string;
            };
            header?: never;
            path: {
                field_id: string;
                incident_id: string;
                retrospective_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    list_incident_role_assignments: {
        parameters: {
            query?: {
                status?: "active" | "inactive" | null;
            };
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incidents_RoleAssignmentEntityPaginated"];
                };
            };
        };
    };
    create_incident_role_assignment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_incident_role_assignment"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incidents_RoleAssignmentEntity"];
                };
            };
        };
    };
    delete_incident_role_assignment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
                role_assignment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    list_similar_incidents: {
        parameters: {
            query?: {
                limit?: number | null;
                threshold?: number | null;
            };
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimilarIncidentEntityPaginated"];
                };
            };
        };
    };
    list_incident_status_pages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incidents_StatusPageEntityPaginated"];
                };
            };
        };
    };
    create_incident_status_page: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_incident_status_page"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incidents_StatusPageEntity"];
                };
            };
        };
    };
    delete_incident_status_page: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
                status_page_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    create_incident_task_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_incident_task_list"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskEntity"];
                };
            };
        };
    };
    list_incident_tasks: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
            };
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskEntityPaginated"];
                };
            };
        };
    };
    create_incident_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_incident_task"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskEntity"];
                };
            };
        };
    };
    get_incident_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
                task_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskEntity"];
                };
            };
        };
    };
    delete_incident_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
                task_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_incident_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
                task_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_incident_task"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskEntity"];
                };
            };
        };
    };
    convert_incident_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
                task_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["convert_incident_task"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskEntityPaginated"];
                };
            };
        };
    };
    create_incident_team_assignment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_incident_team_assignment"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    delete_incident_team_assignment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
                team_assignment_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "multipart/form-data": {
                    role_assignment_ids?: string[] | null;
                };
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    list_transcript_entries: {
        parameters: {
            query?: {
                after?: string | null;
                before?: string | null;
                sort?: "asc" | "desc" | null;
            };
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data?: components["schemas"]["PublicAPI_V1_Incidents_TranscriptEntity"][] | null;
                        pagination?: components["schemas"]["PaginationEntity"];
                    };
                };
            };
        };
    };
    update_transcript_attribution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    conference_bridge_id?: string | null;
                    from_speaker?: string | null;
                    from_user_id?: string | null;
                    to_user_id: string;
                    transcript_id?: string | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    delete_transcript_entry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
                transcript_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    unarchive_incident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentEntity"];
                };
            };
        };
    };
    get_incident_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incidents_RoleAssignmentEntity"];
                };
            };
        };
    };
    list_infrastructures: {
        parameters: {
            query?: {
                omit_for?: string | null;
                page?: number | null;
                per_page?: number | null;
                query?: string | null;
                type?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data?: components["schemas"]["InfrastructureSearchEntity"][] | null;
                        pagination?: components["schemas"]["PaginationEntity"];
                    };
                };
            };
        };
    };
    list_integrations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Integrations_IntegrationEntityPaginated"];
                };
            };
        };
    };
    list_authed_providers: {
        parameters: {
            query?: {
                query?: string | null;
            };
            header?: never;
            path: {
                connection_id: string;
                integration_slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Integrations_AuthedProviderEntityPaginated"];
                };
            };
        };
    };
    update_authed_provider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authed_provider_id: string;
                connection_id: string;
                integration_slug: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    integration_default?: boolean | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicAPI_V1_Integrations_AuthedProviderEntity"];
                };
            };
        };
    };
    list_aws_cloudtrail_batches: {
        parameters: {
            query?: {
                connection_id?: string | null;
                page?: number | null;
                per_page?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Integrations_Aws_CloudtrailBatchEntityPaginated"];
                };
            };
        };
    };
    get_aws_cloudtrail_batch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Integrations_Aws_CloudtrailBatchEntity"];
                };
            };
        };
    };
    update_aws_cloudtrail_batch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_aws_cloudtrail_batch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Integrations_Aws_CloudtrailBatchEntity"];
                };
            };
        };
    };
    list_aws_cloudtrail_batch_events: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data?: components["schemas"]["ChangeEventEntity"][] | null;
                        pagination?: components["schemas"]["PaginationEntity"];
                    };
                };
            };
        };
    };
    list_aws_connections: {
        parameters: {
            query?: {
                aws_account_id?: string | null;
                external_id?: string | null;
                page?: number | null;
                per_page?: number | null;
                target_arn?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Integrations_Aws_ConnectionEntityPaginated"];
                };
            };
        };
    };
    get_aws_connection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Integrations_Aws_ConnectionEntity"];
                };
            };
        };
    };
    update_aws_connection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_aws_connection"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Integrations_Aws_ConnectionEntity"];
                };
            };
        };
    };
    search_confluence_spaces: {
        parameters: {
            query?: {
                keyword?: string | null;
                page?: number | null;
                per_page?: number | null;
                query?: string | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data?: components["schemas"]["Integrations_ConfluenceCloud_SpaceEntity"][] | null;
                        pagination?: components["schemas"]["PaginationEntity"];
                    };
                };
            };
        };
    };
    list_connections: {
        parameters: {
            query?: {
                integration_slug?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Integrations_ConnectionEntityPaginated"];
                };
            };
        };
    };
    create_connection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Integrations_ConnectionEntity"];
                };
            };
        };
    };
    update_connection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection_id: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Integrations_ConnectionEntity"];
                };
            };
        };
    };
    refresh_connection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection_id: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Integrations_ConnectionEntity"];
                };
            };
        };
    };
    update_field_map: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                field_map_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldMapping_FieldMapEntity"];
                };
            };
        };
    };
    list_field_map_available_fields: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                field_map_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldMapping_MappableFieldEntity"];
                };
            };
        };
    };
    list_slack_emoji_actions: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
            };
            header?: never;
            path: {
                connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    create_slack_emoji_action: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    emoji_name: string;
                    incident_type_id?: string | null;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_slack_emoji_action: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection_id: string;
                emoji_action_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    delete_slack_emoji_action: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection_id: string;
                emoji_action_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_slack_emoji_action: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection_id: string;
                emoji_action_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    emoji_name?: string | null;
                    incident_type_id?: string | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    list_slack_workspaces: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data?: components["schemas"]["Integrations_Slack_WorkspaceEntity"][] | null;
                        pagination?: components["schemas"]["PaginationEntity"];
                    };
                };
            };
        };
    };
    list_slack_usergroups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data?: components["schemas"]["Integrations_Slack_UsergroupEntity"][] | null;
                        pagination?: components["schemas"]["PaginationEntity"];
                    };
                };
            };
        };
    };
    list_connection_statuses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Integrations_ConnectionStatusEntity"];
                };
            };
        };
    };
    list_connection_statuses_by_slug: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Integrations_ConnectionStatusEntity"];
                };
            };
        };
    };
    list_connection_statuses_by_slug_and_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                by_connection_id: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Integrations_ConnectionStatusEntity"];
                };
            };
        };
    };
    list_statuspage_connections: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Integrations_Statuspage_ConnectionEntityPaginated"];
                };
            };
        };
    };
    get_statuspage_connection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Integrations_Statuspage_ConnectionEntity"];
                };
            };
        };
    };
    delete_statuspage_connection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_statuspage_connection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_statuspage_connection"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Integrations_Statuspage_ConnectionEntity"];
                };
            };
        };
    };
    list_statuspage_connection_pages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data?: components["schemas"]["Integrations_Statuspage_PageEntity"][] | null;
                        pagination?: components["schemas"]["PaginationEntity"];
                    };
                };
            };
        };
    };
    get_zendesk_customer_support_issue: {
        parameters: {
            query: {
                include?: string | null;
                ticket_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    search_zendesk_tickets: {
        parameters: {
            query: {
                page?: number | null;
                per_page?: number | null;
                query: string;
            };
            header?: never;
            path: {
                connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Integrations_Zendesk_SearchTickets_PaginatedEntity"];
                };
            };
        };
    };
    get_integration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                integration_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Integrations_IntegrationEntity"];
                };
            };
        };
    };
    list_lifecycle_measurement_definitions: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    create_lifecycle_measurement_definition: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    description?: string | null;
                    ends_at_milestone_id: string;
                    name: string;
                    slug?: string | null;
                    starts_at_milestone_id: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_lifecycle_measurement_definition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                measurement_definition_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    delete_lifecycle_measurement_definition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                measurement_definition_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_lifecycle_measurement_definition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                measurement_definition_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    description?: string | null;
                    ends_at_milestone_id?: string | null;
                    name?: string | null;
                    slug?: string | null;
                    starts_at_milestone_id?: string | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    create_lifecycle_milestone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string|null} */
                    auto_assign_timestamp_on_create?: "always_set_on_create" | "only_set_on_manual_create" | "never_set_on_create" | null;
                    description: string;
                    name: string;
                    phase_id: string;
                    /** Format: int32 */
                    position?: number | null;
                    required_at_milestone_id?: string | null;
                    slug?: string | null;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lifecycles_MilestoneEntity"];
                };
            };
        };
    };
    delete_lifecycle_milestone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                milestone_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_lifecycle_milestone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                milestone_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string|null} */
                    auto_assign_timestamp_on_create?: "always_set_on_create" | "only_set_on_manual_create" | "never_set_on_create" | null;
                    description?: string | null;
                    name?: string | null;
                    /** Format: int32 */
                    position?: number | null;
                    required_at_milestone_id?: string | null;
                    slug?: string | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lifecycles_MilestoneEntity"];
                };
            };
        };
    };
    list_lifecycle_phases: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lifecycles_PhaseEntityList"];
                };
            };
        };
    };
    list_incident_metrics: {
        parameters: {
            query?: {
                bucket_size?: "week" | "day" | "month" | "all_time" | null;
                by?: "total" | "severity" | "priority" | "functionality" | "service" | "environment" | "user" | "user_involvement" | null;
                conditions?: string | null;
                end_date?: string | null;
                sort_direction?: "asc" | "desc" | null;
                sort_field?: "mttd" | "mtta" | "mttm" | "mttr" | "count" | "total_time" | null;
                sort_limit?: number | null;
                start_date?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Metrics_MetricsEntity"];
                };
            };
        };
    };
    list_milestone_funnel_metrics: {
        parameters: {
            query?: {
                archived?: boolean | null;
                assigned_teams?: string | null;
                attached_runbooks?: string | null;
                closed_at_or_after?: string | null;
                closed_at_or_before?: string | null;
                conditions?: string | null;
                created_at_or_after?: string | null;
                created_at_or_before?: string | null;
                current_milestones?: string | null;
                "custom_fields[field_id]"?: string[] | null;
                "custom_fields[value]"?: string[] | null;
                end_date?: string | null;
                environments?: string | null;
                excluded_infrastructure_ids?: string | null;
                functionalities?: string | null;
                incident_type_id?: string | null;
                name?: string | null;
                priorities?: string | null;
                priority_not_set?: boolean | null;
                query?: string | null;
                resolved_at_or_after?: string | null;
                resolved_at_or_before?: string | null;
                retrospective_templates?: string | null;
                saved_search_id?: string | null;
                services?: string | null;
                severities?: string | null;
                severity_not_set?: boolean | null;
                start_date?: string | null;
                status?: string | null;
                tag_match_strategy?: "any" | "match_all" | "exclude" | null;
                tags?: string | null;
                teams?: string | null;
                updated_after?: string | null;
                updated_before?: string | null;
                "group_by[]"?: ("started_day" | "started_week" | "started_month" | "all_time")[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Metrics_MilestonesFunnelEntity"];
                };
            };
        };
    };
    list_mttx_metrics: {
        parameters: {
            query: {
                archived?: boolean | null;
                assigned_teams?: string | null;
                attached_runbooks?: string | null;
                closed_at_or_after?: string | null;
                closed_at_or_before?: string | null;
                conditions?: string | null;
                created_at_or_after?: string | null;
                created_at_or_before?: string | null;
                current_milestones?: string | null;
                custom_field_id?: string | null;
                "custom_fields[field_id]"?: string[] | null;
                "custom_fields[value]"?: string[] | null;
                end_date: string;
                environments?: string | null;
                excluded_infrastructure_ids?: string | null;
                functionalities?: string | null;
                incident_openers?: string | null;
                incident_type_id?: string | null;
                labels?: string | null;
                measurements?: string | null;
                name?: string | null;
                page?: number | null;
                per_page?: number | null;
                priorities?: string | null;
                priority_not_set?: boolean | null;
                query?: string | null;
                resolved_at_or_after?: string | null;
                resolved_at_or_before?: string | null;
                retrospective_templates?: string | null;
                saved_search_id?: string | null;
                services?: string | null;
                severities?: string | null;
                severity_not_set?: boolean | null;
                sort_by?: "count_asc" | "mttr_asc" | "mtta_asc" | "mttd_asc" | "mttm_asc" | "healthiness_asc" | "count_desc" | "mttr_desc" | "mtta_desc" | "mttd_desc" | "mttm_desc" | "healthiness_desc" | null;
                start_date: string;
                status?: string | null;
                tag_match_strategy?: "any" | "match_all" | "exclude" | null;
                tags?: string | null;
                teams?: string | null;
                ticket_status?: string | null;
                updated_after?: string | null;
                updated_before?: string | null;
                "group_by[]"?: ("services" | "environments" | "functionalities" | "teams" | "severities" | "users" | "incident_types" | "started_day" | "started_week" | "started_month" | "custom_fields")[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Metrics_MttxDataEntity"];
                };
            };
        };
    };
    list_retrospective_metrics: {
        parameters: {
            query?: {
                end_date?: string | null;
                start_date?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Metrics_RetrospectiveEntity"];
                };
            };
        };
    };
    list_ticket_funnel_metrics: {
        parameters: {
            query?: {
                archived?: boolean | null;
                assigned_teams?: string | null;
                attached_runbooks?: string | null;
                closed_at_or_after?: string | null;
                closed_at_or_before?: string | null;
                conditions?: string | null;
                created_at_or_after?: string | null;
                created_at_or_before?: string | null;
                current_milestones?: string | null;
                "custom_fields[field_id]"?: string[] | null;
                "custom_fields[value]"?: string[] | null;
                end_date?: string | null;
                environments?: string | null;
                excluded_infrastructure_ids?: string | null;
                functionalities?: string | null;
                incident_type_id?: string | null;
                name?: string | null;
                priorities?: string | null;
                priority_not_set?: boolean | null;
                query?: string | null;
                resolved_at_or_after?: string | null;
                resolved_at_or_before?: string | null;
                retrospective_templates?: string | null;
                saved_search_id?: string | null;
                services?: string | null;
                severities?: string | null;
                severity_not_set?: boolean | null;
                start_date?: string | null;
                status?: string | null;
                tag_match_strategy?: "any" | "match_all" | "exclude" | null;
                tags?: string | null;
                teams?: string | null;
                updated_after?: string | null;
                updated_before?: string | null;
                "group_by[]"?: ("started_day" | "started_week" | "started_month" | "all_time")[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Metrics_TicketFunnelMetricsEntity"];
                };
            };
        };
    };
    list_user_involvement_metrics: {
        parameters: {
            query?: {
                bucket_size?: string | null;
                by?: string | null;
                end_date?: string | null;
                sort_direction?: "asc" | "desc" | null;
                sort_field?: "user_count" | "incident_count" | "time_spent" | null;
                sort_limit?: number | null;
                start_date?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Metrics_MetricsEntity"];
                };
            };
        };
    };
    list_infrastructure_type_metrics: {
        parameters: {
            query?: {
                end_date?: string | null;
                start_date?: string | null;
            };
            header?: never;
            path: {
                infra_type: "environments" | "functionalities" | "services" | "customers";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Metrics_InfrastructureListEntity"];
                };
            };
        };
    };
    list_infrastructure_metrics: {
        parameters: {
            query?: {
                end_date?: string | null;
                start_date?: string | null;
            };
            header?: never;
            path: {
                infra_id: string;
                infra_type: "environments" | "functionalities" | "services" | "customers";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Metrics_InfrastructureMetricsEntity"];
                };
            };
        };
    };
    ping_noauth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PongEntity"];
                };
            };
        };
    };
    create_nunc_subscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_nunc_subscription"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nunc_NuncSubscription"];
                };
            };
        };
    };
    delete_nunc_subscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unsubscribe_token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    list_nunc_connections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NuncConnectionEntityPaginated"];
                };
            };
        };
    };
    create_nunc_connection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    authentication_method?: string | null;
                    auto_publish?: boolean | null;
                    company_name?: string | null;
                    company_tos_url?: string | null;
                    company_website?: string | null;
                    domain: string;
                    enable_histogram?: boolean | null;
                    exposed_fields?: string[] | null;
                    greeting_body?: string | null;
                    greeting_title?: string | null;
                    operational_message?: string | null;
                    primary_color?: string | null;
                    secondary_color?: string | null;
                    title?: string | null;
                    /** Format: int32 */
                    ui_version?: number | null;
                    components?: {
                        infrastructure_id: string;
                        infrastructure_type: string;
                    }[] | null;
                    conditions?: {
                        condition_id: string;
                        nunc_condition: string;
                    }[] | null;
                    oidc_authentication_config?: {
                        client_id?: string | null;
                        client_secret?: string | null;
                        issuer_url?: string | null;
                    } | null;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NuncConnectionEntity"];
                };
            };
        };
    };
    get_nunc_connection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                nunc_connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NuncConnectionEntity"];
                };
            };
        };
    };
    update_nunc_connection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                nunc_connection_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    authentication_method?: string | null;
                    auto_publish?: boolean | null;
                    company_name?: string | null;
                    company_tos_url?: string | null;
                    company_website?: string | null;
                    enable_histogram?: boolean | null;
                    exposed_fields?: string[] | null;
                    greeting_body?: string | null;
                    greeting_title?: string | null;
                    operational_message?: string | null;
                    primary_color?: string | null;
                    secondary_color?: string | null;
                    title?: string | null;
                    /** Format: int32 */
                    ui_version?: number | null;
                    components?: {
                        infrastructure_id: string;
                        infrastructure_type: string;
                    }[] | null;
                    conditions?: {
                        condition_id: string;
                        nunc_condition: string;
                    }[] | null;
                    oidc_authentication_config?: {
                        client_id?: string | null;
                        client_secret?: string | null;
                        issuer_url?: string | null;
                    } | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NuncConnectionEntity"];
                };
            };
        };
    };
    delete_nunc_connection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                nunc_connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    create_nunc_component_group: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                nunc_connection_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    component_group_id?: string | null;
                    name: string;
                    /** Format: int32 */
                    position?: number | null;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NuncConnectionEntity"];
                };
            };
        };
    };
    delete_nunc_component_group: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group_id: string;
                nunc_connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_nunc_component_group: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group_id: string;
                nunc_connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    component_group_id?: string | null;
                    name?: string | null;
                    /** Format: int32 */
                    position?: number | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_nunc_image: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                nunc_connection_id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file?: FileArgument | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NuncConnectionEntity"];
                };
            };
        };
    };
    delete_nunc_image: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                nunc_connection_id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    create_nunc_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                nunc_connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NuncConnectionEntity"];
                };
            };
        };
    };
    delete_nunc_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                link_id: string;
                nunc_connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_nunc_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                link_id: string;
                nunc_connection_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_nunc_link"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    publish_nunc_connection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                nunc_connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NuncConnectionEntity"];
                };
            };
        };
    };
    list_email_subscribers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                nunc_connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data?: components["schemas"]["NuncEmailSubscribersEntity"][] | null;
                        pagination?: components["schemas"]["PaginationEntity"];
                    };
                };
            };
        };
    };
    create_email_subscriber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                nunc_connection_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    emails: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NuncEmailSubscribersEntity"];
                };
            };
        };
    };
    delete_email_subscriber: {
        parameters: {
            query: {
                subscriber_ids: string;
            };
            header?: never;
            path: {
                nunc_connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    unpublish_nunc_connection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                nunc_connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NuncConnectionEntity"];
                };
            };
        };
    };
    create_signals_page: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_signals_page"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alerts_AlertEntity"];
                };
            };
        };
    };
    list_permissions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermissionEntityList"];
                };
            };
        };
    };
    list_current_user_permissions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermissionEntityList"];
                };
            };
        };
    };
    list_team_permissions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermissionEntityList"];
                };
            };
        };
    };
    ping: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PongEntity"];
                };
            };
        };
    };
    list_post_mortem_questions: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostMortems_QuestionTypeEntityPaginated"];
                };
            };
        };
    };
    update_post_mortem_questions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_post_mortem_questions"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostMortems_QuestionTypeEntity"];
                };
            };
        };
    };
    get_post_mortem_question: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                question_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostMortems_QuestionTypeEntity"];
                };
            };
        };
    };
    list_post_mortem_reports: {
        parameters: {
            query?: {
                incident_id?: string | null;
                page?: number | null;
                per_page?: number | null;
                updated_since?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostMortems_PostMortemReportEntityPaginated"];
                };
            };
        };
    };
    create_post_mortem_report: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_post_mortem_report"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostMortems_PostMortemReportEntity"];
                };
            };
        };
    };
    get_post_mortem_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostMortems_PostMortemReportEntity"];
                };
            };
        };
    };
    update_post_mortem_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_post_mortem_report"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostMortems_PostMortemReportEntity"];
                };
            };
        };
    };
    update_post_mortem_field: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                field_id: string;
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_post_mortem_field"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostMortems_SectionFieldEntity"];
                };
            };
        };
    };
    publish_post_mortem_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["publish_post_mortem_report"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostMortems_PostMortemReportEntity"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEntity"];
                };
            };
        };
    };
    list_post_mortem_reasons: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
            };
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostMortems_ReasonEntityPaginated"];
                };
            };
        };
    };
    create_post_mortem_reason: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_post_mortem_reason"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostMortems_ReasonEntity"];
                };
            };
        };
    };
    reorder_post_mortem_reasons: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["reorder_post_mortem_reasons"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostMortems_ReasonEntity"];
                };
            };
        };
    };
    delete_post_mortem_reason: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reason_id: string;
                report_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_post_mortem_reason: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reason_id: string;
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_post_mortem_reason"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostMortems_ReasonEntity"];
                };
            };
        };
    };
    list_priorities: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data?: components["schemas"]["PriorityEntity"][] | null;
                        pagination?: components["schemas"]["PaginationEntity"];
                    };
                };
            };
        };
    };
    create_priority: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_priority"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriorityEntity"];
                };
            };
        };
    };
    get_priority: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                priority_slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriorityEntity"];
                };
            };
        };
    };
    delete_priority: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                priority_slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_priority: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                priority_slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_priority"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriorityEntity"];
                };
            };
        };
    };
    list_processing_log_entries: {
        parameters: {
            query?: {
                connection_id?: string | null;
                exact_level?: "unknown" | "debug" | "info" | "warn" | "error" | "fatal" | null;
                integration_slug?: string | null;
                of_level?: "unknown" | "debug" | "info" | "warn" | "error" | "fatal" | null;
                page?: number | null;
                per_page?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alerts_ProcessingLogEntryEntityPaginated"];
                };
            };
        };
    };
    get_mean_time_report: {
        parameters: {
            query?: {
                current_milestones?: string | null;
                end_date?: string | null;
                environments?: string | null;
                priorities?: string | null;
                priority_not_set?: boolean | null;
                query?: string | null;
                saved_search_id?: string | null;
                services?: string | null;
                severities?: string | null;
                severity_not_set?: boolean | null;
                start_date?: string | null;
                status?: string | null;
                teams?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportEntity"];
                };
            };
        };
    };
    list_retrospective_templates: {
        parameters: {
            query?: {
                for_incident?: string | null;
                page?: number | null;
                per_page?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retrospectives_IndexTemplateEntityPaginated"];
                };
            };
        };
    };
    create_retrospective_template: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    description: string;
                    is_default?: boolean | null;
                    name: string;
                    fields?: {
                        help_text?: string | null;
                        is_required?: boolean | null;
                        label: string;
                        permissible_values?: string[] | null;
                        required_at_milestone_id?: string | null;
                        schema?: string[] | null;
                        /** @enum {string} */
                        type: "text" | "single_select" | "multi_select" | "numeric" | "datetime" | "dynamic_input_group" | "markdown" | "markdown_text";
                    }[] | null;
                    sections?: {
                        elements: string[];
                        /** @enum {string} */
                        slug: "timeline" | "key_data" | "details" | "resources" | "actions";
                    }[] | null;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retrospectives_TemplateEntity"];
                };
            };
        };
    };
    get_retrospective_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                retrospective_template_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retrospectives_TemplateEntity"];
                };
            };
        };
    };
    delete_retrospective_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                retrospective_template_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_retrospective_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                retrospective_template_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    description?: string | null;
                    is_default?: boolean | null;
                    name?: string | null;
                    fields?: {
                        help_text?: string | null;
                        is_required?: boolean | null;
                        label: string;
                        permissible_values?: string[] | null;
                        required_at_milestone_id?: string | null;
                        schema?: string[] | null;
                        /** @enum {string} */
                        type: "text" | "single_select" | "multi_select" | "numeric" | "datetime" | "dynamic_input_group" | "markdown" | "markdown_text";
                        id?: string | null;
                    }[] | null;
                    report_elements?: {
                        /** @enum {string} */
                        type: "incident_data" | "retrospective_field" | "custom_field" | "prosemirror_content" | "divider";
                    }[] | null;
                    sections?: {
                        elements: string[];
                        slug: string;
                    }[] | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retrospectives_TemplateEntity"];
                };
            };
        };
    };
    list_retrospectives: {
        parameters: {
            query?: {
                incident_id?: string | null;
                page?: number | null;
                per_page?: number | null;
                updated_since?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incidents_RetrospectiveEntityPaginated"];
                };
            };
        };
    };
    list_roles: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
                query?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleEntityPaginated"];
                };
            };
        };
    };
    create_role: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_role"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicAPI_V1_RoleEntity"];
                };
            };
        };
    };
    get_role: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicAPI_V1_RoleEntity"];
                };
            };
        };
    };
    delete_role: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_role: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_role"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicAPI_V1_RoleEntity"];
                };
            };
        };
    };
    list_runbook_audits: {
        parameters: {
            query?: {
                auditable_type?: "Runbooks::Step" | "Runbooks::Runbook" | null;
                page?: number | null;
                per_page?: number | null;
                sort?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    list_runbooks: {
        parameters: {
            query?: {
                name?: string | null;
                order_by?: "updated_at" | "name" | "created_at" | "last_executed_at" | "owner" | null;
                order_direction?: "asc" | "desc" | null;
                owners?: string | null;
                page?: number | null;
                per_page?: number | null;
                sort?: "asc" | "desc" | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlimRunbookEntityPaginated"];
                };
            };
        };
    };
    create_runbook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_runbook"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunbookEntity"];
                };
            };
        };
    };
    list_runbook_actions: {
        parameters: {
            query?: {
                lite?: boolean | null;
                page?: number | null;
                per_page?: number | null;
                type?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Runbooks_ActionsEntityPaginated"];
                };
            };
        };
    };
    list_runbook_executions: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Runbooks_ExecutionEntityPaginated"];
                };
            };
        };
    };
    create_runbook_execution: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_runbook_execution"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Runbooks_ExecutionEntity"];
                };
            };
        };
    };
    get_runbook_execution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                execution_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Runbooks_ExecutionEntity"];
                };
            };
        };
    };
    delete_runbook_execution: {
        parameters: {
            query: {
                reason: string;
            };
            header?: never;
            path: {
                execution_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_runbook_execution_step: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                execution_id: string;
                step_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_runbook_execution_step"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Runbooks_ExecutionEntity"];
                };
            };
        };
    };
    get_runbook_execution_step_script: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                execution_id: string;
                step_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Runbooks_ExecutionEntity"];
                };
            };
        };
    };
    update_runbook_execution_step_script: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                execution_id: string;
                state: string;
                step_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Runbooks_ExecutionEntity"];
                };
            };
        };
    };
    get_runbook_action_field_options: {
        parameters: {
            query?: {
                per_page?: number | null;
                query?: string | null;
                scope?: string | null;
            };
            header?: never;
            path: {
                action_slug: string;
                field: string;
                integration_slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_runbook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                runbook_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunbookEntity"];
                };
            };
        };
    };
    update_runbook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                runbook_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_runbook"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunbookEntity"];
                };
            };
        };
    };
    delete_runbook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                runbook_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    list_saved_searches: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
                query?: string | null;
                user_id?: string | null;
            };
            header?: never;
            path: {
                resource_type: "change_events" | "incidents" | "services" | "scheduled_maintenances" | "ticket_tasks" | "ticket_follow_ups" | "analytics" | "impact_analytics" | "alerts" | "alert_analytics" | "incident_events";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data?: components["schemas"]["SavedSearchEntity"][] | null;
                        pagination?: components["schemas"]["PaginationEntity"];
                    };
                };
            };
        };
    };
    create_saved_search: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resource_type: "change_events" | "incidents" | "services" | "scheduled_maintenances" | "ticket_tasks" | "ticket_follow_ups" | "analytics" | "impact_analytics" | "alerts" | "alert_analytics" | "incident_events";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_saved_search"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearchEntity"];
                };
            };
        };
    };
    get_saved_search: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resource_type: "change_events" | "incidents" | "services" | "scheduled_maintenances" | "ticket_tasks" | "ticket_follow_ups" | "analytics" | "impact_analytics" | "alerts" | "alert_analytics" | "incident_events";
                saved_search_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearchEntity"];
                };
            };
        };
    };
    delete_saved_search: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resource_type: "change_events" | "incidents" | "services" | "scheduled_maintenances" | "ticket_tasks" | "ticket_follow_ups" | "analytics" | "impact_analytics" | "alerts" | "alert_analytics" | "incident_events";
                saved_search_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_saved_search: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resource_type: "change_events" | "incidents" | "services" | "scheduled_maintenances" | "ticket_tasks" | "ticket_follow_ups" | "analytics" | "impact_analytics" | "alerts" | "alert_analytics" | "incident_events";
                saved_search_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_saved_search"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearchEntity"];
                };
            };
        };
    };
    list_scheduled_maintenances: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
                query?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data?: components["schemas"]["ScheduledMaintenanceEntity"][] | null;
                        pagination?: components["schemas"]["PaginationEntity"];
                    };
                };
            };
        };
    };
    create_scheduled_maintenance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_scheduled_maintenance"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledMaintenanceEntity"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEntity"];
                };
            };
        };
    };
    get_scheduled_maintenance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduled_maintenance_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledMaintenanceEntity"];
                };
            };
        };
    };
    delete_scheduled_maintenance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduled_maintenance_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_scheduled_maintenance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduled_maintenance_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_scheduled_maintenance"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledMaintenanceEntity"];
                };
            };
        };
    };
    list_schedules: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
                query?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleEntityPaginated"];
                };
            };
        };
    };
    list_scim_groups: {
        parameters: {
            query?: {
                count?: number | null;
                filter?: string | null;
                startIndex?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    create_scim_group: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["create_scim_group"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_scim_group: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_scim_group: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["update_scim_group"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    delete_scim_group: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patch_scim_group: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["patch_scim_group"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    list_scim_users: {
        parameters: {
            query?: {
                count?: number | null;
                filter?: string | null;
                startIndex?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    create_scim_user: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["create_scim_user"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_scim_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_scim_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["update_scim_user"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    delete_scim_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patch_scim_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["patch_scim_user"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    create_service_dependency: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_service_dependency"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceDependencyEntity"];
                };
            };
        };
    };
    get_service_dependency: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service_dependency_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceDependencyEntity"];
                };
            };
        };
    };
    delete_service_dependency: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service_dependency_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_service_dependency: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service_dependency_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_service_dependency"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceDependencyEntity"];
                };
            };
        };
    };
    list_services: {
        parameters: {
            query?: {
                available_downstream_dependencies_for_id?: string | null;
                available_upstream_dependencies_for_id?: string | null;
                functionalities?: string | null;
                impacted?: string | null;
                include?: string[] | null;
                labels?: string | null;
                lite?: boolean | null;
                name?: string | null;
                owner?: string | null;
                page?: number | null;
                per_page?: number | null;
                query?: string | null;
                responding_teams?: string | null;
                tiers?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceEntityPaginated"];
                };
            };
        };
    };
    create_service: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_service"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceEntity"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEntity"];
                };
            };
        };
    };
    create_service_links: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_service_links"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceLinkEntity"][];
                };
            };
        };
    };
    get_service: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceEntity"];
                };
            };
        };
    };
    delete_service: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_service: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_service"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceEntity"];
                };
            };
        };
    };
    list_service_available_downstream_dependencies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data?: components["schemas"]["ServiceEntityLite"][] | null;
                        pagination?: components["schemas"]["PaginationEntity"];
                    };
                };
            };
        };
    };
    list_service_available_upstream_dependencies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data?: components["schemas"]["ServiceEntityLite"][] | null;
                        pagination?: components["schemas"]["PaginationEntity"];
                    };
                };
            };
        };
    };
    create_service_checklist_response: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                checklist_id: string;
                service_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_service_checklist_response"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_service_dependencies: {
        parameters: {
            query?: {
                flatten?: boolean | null;
            };
            header?: never;
            path: {
                service_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceWithAllDependenciesEntity"];
                };
            };
        };
    };
    list_service_environments: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
            };
            header?: never;
            path: {
                service_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvironmentEntryEntityPaginated"];
                };
            };
        };
    };
    delete_service_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                remote_id: string;
                service_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    list_severities: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeverityEntityPaginated"];
                };
            };
        };
    };
    create_severity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_severity"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeverityEntity"];
                };
            };
        };
    };
    get_severity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                severity_slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeverityEntity"];
                };
            };
        };
    };
    delete_severity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                severity_slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_severity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                severity_slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_severity"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeverityEntity"];
                };
            };
        };
    };
    get_severity_matrix: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeverityMatrix_SeverityMatrixEntity"];
                };
            };
        };
    };
    update_severity_matrix: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_severity_matrix"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeverityMatrix_SeverityMatrixEntity"];
                };
            };
        };
    };
    list_severity_matrix_conditions: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data?: components["schemas"]["SeverityMatrix_ConditionEntity"][] | null;
                        pagination?: components["schemas"]["PaginationEntity"];
                    };
                };
            };
        };
    };
    create_severity_matrix_condition: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_severity_matrix_condition"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeverityMatrix_ConditionEntity"];
                };
            };
        };
    };
    get_severity_matrix_condition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                condition_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeverityMatrix_ConditionEntity"];
                };
            };
        };
    };
    delete_severity_matrix_condition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                condition_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_severity_matrix_condition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                condition_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_severity_matrix_condition"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeverityMatrix_ConditionEntity"];
                };
            };
        };
    };
    list_severity_matrix_impacts: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data?: components["schemas"]["SeverityMatrix_ImpactEntity"][] | null;
                        pagination?: components["schemas"]["PaginationEntity"];
                    };
                };
            };
        };
    };
    create_severity_matrix_impact: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_severity_matrix_impact"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeverityMatrix_ImpactEntity"];
                };
            };
        };
    };
    delete_severity_matrix_impact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                impact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_severity_matrix_impact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                impact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_severity_matrix_impact"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeverityMatrix_ImpactEntity"];
                };
            };
        };
    };
    update_signals_alert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_signals_alert"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alerts_SignalAlertEntity"];
                };
            };
        };
    };
    get_signals_grouped_metrics: {
        parameters: {
            query?: {
                end_date?: string | null;
                environments?: string | null;
                group_by?: "signal_rules" | "teams" | "services" | "environments" | "tags" | null;
                services?: string | null;
                signal_rules?: string | null;
                sort_by?: "total_opened_alerts" | "total_acked_alerts" | "total_incidents" | "acked_percentage" | "incidents_percentage" | null;
                sort_direction?: "asc" | "desc" | null;
                start_date?: string | null;
                tags?: string | null;
                teams?: string | null;
                users?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_Analytics_GroupedMetricsEntity"];
                };
            };
        };
    };
    get_signals_mttx_analytics: {
        parameters: {
            query?: {
                end_date?: string | null;
                environments?: string | null;
                group_by?: "signal_rules" | "teams" | "services" | "environments" | "tags" | null;
                services?: string | null;
                signal_rules?: string | null;
                sort_by?: "total_opened_alerts" | "total_acked_alerts" | "total_incidents" | "acked_percentage" | "incidents_percentage" | null;
                sort_direction?: "asc" | "desc" | null;
                start_date?: string | null;
                tags?: string | null;
                teams?: string | null;
                users?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_Analytics_MttxMetricsEntity"];
                };
            };
        };
    };
    get_signals_noise_analytics: {
        parameters: {
            query?: {
                bucket?: "month" | "week" | "day" | null;
                end_date?: string | null;
                environments?: string | null;
                group_by?: "signal_rules" | "teams" | "services" | "environments" | "tags" | null;
                services?: string | null;
                signal_rules?: string | null;
                sort_by?: "total_opened_alerts" | "total_acked_alerts" | "total_incidents" | "acked_percentage" | "incidents_percentage" | null;
                sort_direction?: "asc" | "desc" | null;
                start_date?: string | null;
                tags?: string | null;
                teams?: string | null;
                users?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_Analytics_NoiseMetricsEntity"];
                };
            };
        };
    };
    export_signals_shift_analytics: {
        parameters: {
            query: {
                period_end: string;
                period_start: string;
                team_ids?: string[] | null;
                user_ids?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_signals_timeseries_analytics: {
        parameters: {
            query?: {
                bucket?: "month" | "week" | "day" | null;
                end_date?: string | null;
                environments?: string | null;
                group_by?: "signal_rules" | "teams" | "services" | "environments" | "tags" | null;
                services?: string | null;
                signal_rules?: string | null;
                sort_by?: "total_opened_alerts" | "total_acked_alerts" | "total_incidents" | "acked_percentage" | "incidents_percentage" | null;
                sort_direction?: "asc" | "desc" | null;
                start_date?: string | null;
                tags?: string | null;
                teams?: string | null;
                users?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_Analytics_TimeseriesPointEntity"];
                };
            };
        };
    };
    list_call_routes: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_CallRouteEntityPaginated"];
                };
            };
        };
    };
    get_call_route: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_CallRouteEntity"];
                };
            };
        };
    };
    delete_call_route: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_call_route: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_call_route"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_CallRouteEntity"];
                };
            };
        };
    };
    debug_signals_expression: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["debug_signals_expression"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    list_signals_email_targets: {
        parameters: {
            query?: {
                query?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_EmailTargetEntityPaginated"];
                };
            };
        };
    };
    create_signals_email_target: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_signals_email_target"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_EmailTargetEntity"];
                };
            };
        };
    };
    get_signals_email_target: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_EmailTargetEntity"];
                };
            };
        };
    };
    delete_signals_email_target: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_signals_email_target: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_signals_email_target"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_EmailTargetEntity"];
                };
            };
        };
    };
    list_signals_event_sources: {
        parameters: {
            query?: {
                escalation_policy_id?: string | null;
                on_call_schedule_id?: string | null;
                team_id?: string | null;
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_TransposerListEntity"];
                };
            };
        };
    };
    create_signals_event_source: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_signals_event_source"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_TransposerEntity"];
                };
            };
        };
    };
    get_signals_event_source: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                transposer_slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_TransposerEntity"];
                };
            };
        };
    };
    delete_signals_event_source: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                transposer_slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    list_signals_alert_grouping_configurations: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_GroupingEntityPaginated"];
                };
            };
        };
    };
    create_signals_alert_grouping_configuration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_signals_alert_grouping_configuration"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_GroupingEntity"];
                };
            };
        };
    };
    get_signals_alert_grouping_configuration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_GroupingEntity"];
                };
            };
        };
    };
    delete_signals_alert_grouping_configuration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_signals_alert_grouping_configuration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_signals_alert_grouping_configuration"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_GroupingEntity"];
                };
            };
        };
    };
    get_signals_hacker_mode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_HackerModeEntity"];
                };
            };
        };
    };
    list_signals_heartbeat_endpoint_configurations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    create_signals_heartbeat_endpoint_configuration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_signals_heartbeat_endpoint_configuration"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_signals_heartbeat_endpoint_url: {
        parameters: {
            query: {
                "ids[]": string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_signals_heartbeat_endpoint_status: {
        parameters: {
            query: {
                "ids[]": string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_signals_heartbeat_endpoint_configuration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    delete_signals_heartbeat_endpoint_configuration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_signals_heartbeat_endpoint_configuration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_signals_heartbeat_endpoint_configuration"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_signals_ingest_url: {
        parameters: {
            query?: {
                escalation_policy_id?: string | null;
                on_call_schedule_id?: string | null;
                team_id?: string | null;
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_IngestKeyEntity"];
                };
            };
        };
    };
    list_notification_policy_settings: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_NotificationPolicyItemEntityPaginated"];
                };
            };
        };
    };
    create_notification_policy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    max_delay: string;
                    /** @enum {string} */
                    notification_group_method: "any" | "push" | "email" | "voice" | "mobile_text" | "chat";
                    /** @enum {string} */
                    priority: "HIGH" | "MEDIUM" | "LOW";
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_NotificationPolicyItemEntity"];
                };
            };
        };
    };
    get_notification_policy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_NotificationPolicyItemEntity"];
                };
            };
        };
    };
    delete_notification_policy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_notification_policy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    max_delay?: string | null;
                    /** @enum {string|null} */
                    notification_group_method?: "any" | "push" | "email" | "voice" | "mobile_text" | "chat" | null;
                    /** @enum {string|null} */
                    priority?: "HIGH" | "MEDIUM" | "LOW" | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_NotificationPolicyItemEntity"];
                };
            };
        };
    };
    list_signals_transposers: {
        parameters: {
            query?: {
                escalation_policy_id?: string | null;
                on_call_schedule_id?: string | null;
                team_id?: string | null;
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_TransposerListEntity"];
                };
            };
        };
    };
    list_user_notification_settings_by_user_id: {
        parameters: {
            query?: {
                notification_priority?: "HIGH" | "MEDIUM" | "LOW" | null;
                page?: number | null;
                per_page?: number | null;
            };
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_UserNotificationSettingEntityPaginated"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEntity"];
                };
            };
        };
    };
    list_signals_webhook_targets: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
                query?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_WebhookTargetEntityPaginated"];
                };
            };
        };
    };
    create_signals_webhook_target: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_signals_webhook_target"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_WebhookTargetEntity"];
                };
            };
        };
    };
    get_signals_webhook_target: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_WebhookTargetEntity"];
                };
            };
        };
    };
    delete_signals_webhook_target: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_signals_webhook_target: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_signals_webhook_target"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_WebhookTargetEntity"];
                };
            };
        };
    };
    list_organization_on_call_schedules: {
        parameters: {
            query?: {
                team_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_OrganizationOnCallScheduleEntityPaginated"];
                };
            };
        };
    };
    list_status_update_templates: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data?: components["schemas"]["StatusUpdateTemplateEntity"][] | null;
                        pagination?: components["schemas"]["PaginationEntity"];
                    };
                };
            };
        };
    };
    create_status_update_template: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_status_update_template"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusUpdateTemplateEntity"];
                };
            };
        };
    };
    get_status_update_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                status_update_template_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusUpdateTemplateEntity"];
                };
            };
        };
    };
    delete_status_update_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                status_update_template_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_status_update_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                status_update_template_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_status_update_template"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusUpdateTemplateEntity"];
                };
            };
        };
    };
    list_task_lists: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data?: components["schemas"]["TaskListEntity"][] | null;
                        pagination?: components["schemas"]["PaginationEntity"];
                    };
                };
            };
        };
    };
    create_task_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_task_list"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskListEntity"];
                };
            };
        };
    };
    get_task_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_list_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskListEntity"];
                };
            };
        };
    };
    delete_task_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_list_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_task_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_list_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_task_list"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskListEntity"];
                };
            };
        };
    };
    list_teams: {
        parameters: {
            query?: {
                default_incident_role?: string | null;
                lite?: boolean | null;
                name?: string | null;
                page?: number | null;
                per_page?: number | null;
                query?: string | null;
                services?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamEntityPaginated"];
                };
            };
        };
    };
    create_team: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_team"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamEntity"];
                };
            };
        };
    };
    get_team: {
        parameters: {
            query?: {
                lite?: boolean | null;
            };
            header?: never;
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamEntity"];
                };
            };
        };
    };
    delete_team: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_team: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_team"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamEntity"];
                };
            };
        };
    };
    list_team_call_routes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_CallRouteEntityPaginated"];
                };
            };
        };
    };
    create_team_call_route: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_team_call_route"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_CallRouteEntity"];
                };
            };
        };
    };
    list_team_escalation_policies: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
                query?: string | null;
            };
            header?: never;
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_EscalationPolicyEntityPaginated"];
                };
            };
        };
    };
    create_team_escalation_policy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_team_escalation_policy"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_EscalationPolicyEntity"];
                };
            };
        };
    };
    get_team_escalation_policy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                team_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_EscalationPolicyEntity"];
                };
            };
        };
    };
    delete_team_escalation_policy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                team_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_team_escalation_policy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                team_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_team_escalation_policy"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_EscalationPolicyEntity"];
                };
            };
        };
    };
    list_team_on_call_schedules: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
                query?: string | null;
                shift_time_window_end?: string | null;
                shift_time_window_start?: string | null;
            };
            header?: never;
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_OnCallScheduleEntityPaginated"];
                };
            };
        };
    };
    create_team_on_call_schedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_team_on_call_schedule"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_OnCallScheduleEntity"];
                };
            };
        };
    };
    preview_team_on_call_schedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["preview_team_on_call_schedule"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_OnCallSchedulePreviewEntity"];
                };
            };
        };
    };
    get_team_on_call_schedule: {
        parameters: {
            query?: {
                shift_time_window_end?: string | null;
                shift_time_window_start?: string | null;
            };
            header?: never;
            path: {
                schedule_id: string;
                team_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_OnCallScheduleEntity"];
                };
            };
        };
    };
    delete_team_on_call_schedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schedule_id: string;
                team_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_team_on_call_schedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schedule_id: string;
                team_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_team_on_call_schedule"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_OnCallScheduleEntity"];
                };
            };
        };
    };
    create_on_call_schedule_rotation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schedule_id: string;
                team_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_on_call_schedule_rotation"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_OnCallRotationEntity"];
                };
            };
        };
    };
    preview_on_call_schedule_rotation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schedule_id: string;
                team_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["preview_on_call_schedule_rotation"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_OnCallSchedulePreviewEntity_RotationPreviewEntity"];
                };
            };
        };
    };
    get_on_call_schedule_rotation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rotation_id: string;
                schedule_id: string;
                team_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_OnCallRotationEntity"];
                };
            };
        };
    };
    delete_on_call_schedule_rotation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rotation_id: string;
                schedule_id: string;
                team_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_on_call_schedule_rotation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rotation_id: string;
                schedule_id: string;
                team_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_on_call_schedule_rotation"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_OnCallRotationEntity"];
                };
            };
        };
    };
    copy_on_call_schedule_rotation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rotation_id: string;
                schedule_id: string;
                team_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["copy_on_call_schedule_rotation"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_OnCallRotationEntity"];
                };
            };
        };
    };
    override_on_call_schedule_rotation_shifts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rotation_id: string;
                schedule_id: string;
                team_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["override_on_call_schedule_rotation_shifts"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_OnCallShiftEntity"];
                };
            };
        };
    };
    create_on_call_shift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schedule_id: string;
                team_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_on_call_shift"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_OnCallShiftEntity"];
                };
            };
        };
    };
    get_on_call_shift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                schedule_id: string;
                team_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_OnCallShiftEntity"];
                };
            };
        };
    };
    delete_on_call_shift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                schedule_id: string;
                team_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_on_call_shift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                schedule_id: string;
                team_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_on_call_shift"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_OnCallShiftEntity"];
                };
            };
        };
    };
    list_team_signal_rules: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
                query?: string | null;
            };
            header?: never;
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_RuleEntityPaginated"];
                };
            };
        };
    };
    create_team_signal_rule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_team_signal_rule"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_RuleEntity"];
                };
            };
        };
    };
    get_team_signal_rule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                team_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_RuleEntity"];
                };
            };
        };
    };
    delete_team_signal_rule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                team_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_team_signal_rule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                team_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_team_signal_rule"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals_API_RuleEntity"];
                };
            };
        };
    };
    list_ticketing_custom_definitions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data?: components["schemas"]["Organizations_TicketingCustomFieldDefinitionEntity"][] | null;
                        pagination?: components["schemas"]["PaginationEntity"];
                    };
                };
            };
        };
    };
    create_ticketing_custom_definition: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_ticketing_custom_definition"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organizations_TicketingCustomFieldDefinitionEntity"];
                };
            };
        };
    };
    delete_ticketing_custom_definition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                field_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_ticketing_custom_definition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                field_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_ticketing_custom_definition"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organizations_TicketingCustomFieldDefinitionEntity"];
                };
            };
        };
    };
    get_ticketing_form_configuration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticketing_TicketFormConfigurationEntity"];
                };
            };
        };
    };
    list_ticketing_priorities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data?: components["schemas"]["Ticketing_PriorityEntity"][] | null;
                        pagination?: components["schemas"]["PaginationEntity"];
                    };
                };
            };
        };
    };
    create_ticketing_priority: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_ticketing_priority"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticketing_PriorityEntity"];
                };
            };
        };
    };
    get_ticketing_priority: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticketing_PriorityEntity"];
                };
            };
        };
    };
    delete_ticketing_priority: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_ticketing_priority: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_ticketing_priority"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticketing_PriorityEntity"];
                };
            };
        };
    };
    list_ticketing_projects: {
        parameters: {
            query?: {
                configured_projects?: boolean | null;
                connection_ids?: string | null;
                page?: number | null;
                per_page?: number | null;
                providers?: string | null;
                query?: string | null;
                supports_ticket_types?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data?: components["schemas"]["Ticketing_Projects_ProjectListItemEntity"][] | null;
                        pagination?: components["schemas"]["PaginationEntity"];
                    };
                };
            };
        };
    };
    get_ticketing_project: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticketing_project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticketing_Projects_ProjectListItemEntity"];
                };
            };
        };
    };
    get_configuration_options: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticketing_project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_options_for_field: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                field_id: string;
                ticketing_project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    create_ticketing_field_map: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticketing_project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticketing_ProjectFieldMapEntity"];
                };
            };
        };
    };
    list_available_ticketing_field_maps: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticketing_project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticketing_FieldMaps_MappableFieldEntity"];
                };
            };
        };
    };
    get_ticketing_field_map: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                map_id: string;
                ticketing_project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticketing_ProjectFieldMapEntity"];
                };
            };
        };
    };
    delete_ticketing_field_map: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                map_id: string;
                ticketing_project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_ticketing_field_map: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                map_id: string;
                ticketing_project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticketing_ProjectFieldMapEntity"];
                };
            };
        };
    };
    list_inbound_field_maps: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
                ticket_type?: "incident" | "follow_up" | null;
            };
            header?: never;
            path: {
                ticketing_project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data?: components["schemas"]["Ticketing_ProjectInboundFieldMapEntity"][] | null;
                        pagination?: components["schemas"]["PaginationEntity"];
                    };
                };
            };
        };
    };
    create_inbound_field_map: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticketing_project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticketing_ProjectInboundFieldMapEntity"];
                };
            };
        };
    };
    list_available_inbound_field_maps: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticketing_project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticketing_ProjectInboundMappableFieldEntity"];
                };
            };
        };
    };
    get_inbound_field_map: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                map_id: string;
                ticketing_project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticketing_ProjectInboundFieldMapEntity"];
                };
            };
        };
    };
    update_inbound_field_map: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                map_id: string;
                ticketing_project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticketing_ProjectInboundFieldMapEntity"];
                };
            };
        };
    };
    delete_inbound_field_map: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                map_id: string;
                ticketing_project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    create_ticketing_project_config: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticketing_project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticketing_ProjectConfigEntity"];
                };
            };
        };
    };
    get_ticketing_project_config: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                config_id: string;
                ticketing_project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticketing_ProjectConfigEntity"];
                };
            };
        };
    };
    delete_ticketing_project_config: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                config_id: string;
                ticketing_project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_ticketing_project_config: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                config_id: string;
                ticketing_project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticketing_ProjectConfigEntity"];
                };
            };
        };
    };
    list_ticket_tags: {
        parameters: {
            query?: {
                prefix?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagEntityPaginated"];
                };
            };
        };
    };
    list_tickets: {
        parameters: {
            query?: {
                assigned_user?: string | null;
                page?: number | null;
                per_page?: number | null;
                state?: "open" | "in_progress" | "cancelled" | "done" | null;
                tag_match_strategy?: "any" | "match_all" | "exclude" | null;
                tags?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data?: components["schemas"]["Ticketing_TicketEntity"][] | null;
                        pagination?: components["schemas"]["PaginationEntity"];
                    };
                };
            };
        };
    };
    create_ticket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_ticket"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticketing_TicketEntity"];
                };
            };
        };
    };
    get_ticket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticketing_TicketEntity"];
                };
            };
        };
    };
    delete_ticket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_ticket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_ticket"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticketing_TicketEntity"];
                };
            };
        };
    };
    list_users: {
        parameters: {
            query?: {
                name?: string | null;
                page?: number | null;
                per_page?: number | null;
                query?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserEntityPaginated"];
                };
            };
        };
    };
    get_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserEntity"];
                };
            };
        };
    };
    list_user_owned_services: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamEntityPaginated"][];
                };
            };
        };
    };
    list_webhooks: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhooks_Entities_WebhookEntityPaginated"];
                };
            };
        };
    };
    create_webhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["create_webhook"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhooks_Entities_WebhookEntity"];
                };
            };
        };
    };
    get_webhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhooks_Entities_WebhookEntity"];
                };
            };
        };
    };
    delete_webhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    update_webhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["update_webhook"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhooks_Entities_WebhookEntity"];
                };
            };
        };
    };
    list_webhook_deliveries: {
        parameters: {
            query?: {
                page?: number | null;
                per_page?: number | null;
            };
            header?: never;
            path: {
                webhook_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhooks_Entities_DeliveryEntityPaginated"];
                };
            };
        };
    };
}
